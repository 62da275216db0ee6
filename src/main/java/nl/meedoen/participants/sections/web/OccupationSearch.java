package nl.meedoen.participants.sections.web;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.participants.occupations.Occupations;
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

    OccupationSearch(Occupations occupations) {
        this.occupations = occupations;
    }

    /**
     * What was found.
     *
     * @param q what was looked for; null when nothing was
     * @param chosen the code that is chosen
     */
    public record Results(
            @Nullable String q,
            List<Occupations.Found> found,
            @Nullable String chosen) {}

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/occupations")
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String occupation,
            Model model) {
        model.addAttribute("search", look(q, occupation));
        return "participants/sections/occupations :: results";
    }

    /** The occupations that are called like this; the one that is chosen stays among them. */
    Results look(@Nullable String q, @Nullable String chosen) {
        List<Occupations.Found> found = new ArrayList<>(q == null ? List.of() : occupations.search(q, MOST));
        if (found.stream().noneMatch(hit -> hit.occupation().code().equals(chosen))) {
            occupations.find(chosen).ifPresent(one -> found.add(0, new Occupations.Found(one, null)));
        }
        return new Results(q, found, chosen);
    }
}
