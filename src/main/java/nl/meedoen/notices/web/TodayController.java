package nl.meedoen.notices.web;

import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class TodayController {

    private final TodayPages pages;

    TodayController(TodayPages pages) {
        this.pages = pages;
    }

    @Needs(Permission.TODAY)
    @GetMapping("/today")
    String show(Actor actor, Model model) {
        model.addAttribute("page", pages.of(actor));
        return "notices/today";
    }
}
