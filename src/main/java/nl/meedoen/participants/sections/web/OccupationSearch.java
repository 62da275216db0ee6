package nl.meedoen.participants.sections.web;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.webkit.Finder;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds occupations while somebody types; without script the button beside the box does the same. */
@Controller
class OccupationSearch {

    private static final int MOST = 8;

    private final Occupations occupations;
    private final Texts texts;

    OccupationSearch(Occupations occupations, Texts texts) {
        this.occupations = occupations;
        this.texts = texts;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/occupations")
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String occupation,
            Model model) {
        model.addAttribute("find", look(q, occupation)).addAttribute("required", true);
        return "webkit/finder :: found";
    }

    /** The occupations that are called like this; the one that is chosen stays among them. */
    Finder look(@Nullable String q, @Nullable String chosen) {
        List<Occupations.Found> found = new ArrayList<>(q == null ? List.of() : occupations.search(q, MOST));
        if (found.stream().noneMatch(hit -> hit.occupation().code().equals(chosen))) {
            occupations.find(chosen).ifPresent(one -> found.add(0, new Occupations.Found(one, null)));
        }
        List<Finder.Hit> hits = found.stream()
                .map(hit ->
                        new Finder.Hit(hit.occupation().code(), hit.occupation().label(), note(hit), "nl"))
                .toList();
        return new Finder("occupation", "q", "/occupations", "sections.choose-occupation", q, hits, chosen);
    }

    private String note(Occupations.Found hit) {
        String group = hit.occupation().group();
        return hit.by() == null ? group : texts.of("sections.also-called", hit.by()) + " · " + group;
    }
}
