package nl.meedoen.notices.web;

import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TodayController {

    private final TodayPages pages;

    TodayController(TodayPages pages) {
        this.pages = pages;
    }

    @Needs(Permission.TODAY)
    @GetMapping("/today")
    String show(Actor actor, @RequestParam(required = false) @Nullable String all, Model model) {
        model.addAttribute("page", pages.of(actor, all));
        return "notices/today";
    }
}
