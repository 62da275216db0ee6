package nl.meedoen.participants.web;

import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.participants.reference.LanguageFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds languages while somebody types; without script the button beside the box sends the form instead. */
@Controller
class LanguageSearch {

    @Needs({Permission.PARTICIPANT_ENROL, Permission.REACHABILITY_EDIT})
    @GetMapping("/languages")
    String search(
            @RequestParam(name = "languageQuery", required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String language,
            Model model) {
        String chosen = language == null || language.isBlank() ? null : language;
        model.addAttribute("find", LanguageFinder.look(q, chosen)).addAttribute("required", false);
        return "webkit/finder :: found";
    }
}
