package nl.meedoen.placements.web.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.placements.PlacementId;
import nl.meedoen.placements.Placements;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Brings a participant and an opening together: from the opening's page, or from the dossier. */
@Controller
class ProposeController {

    private final ProposePages pages;
    private final Placements placements;
    private final Texts texts;

    ProposeController(ProposePages pages, Placements placements, Texts texts) {
        this.pages = pages;
        this.placements = placements;
        this.texts = texts;
    }

    /** The chosen one of the results; a participant or an opening. */
    record ChoiceForm(@Nullable UUID chosen) {}

    @Needs(Permission.PLACEMENT_EDIT)
    @GetMapping("/openings/{opening}/propose")
    String chooseParticipant(
            Actor actor,
            @PathVariable OpeningId opening,
            @RequestParam(required = false) @Nullable String q,
            Model model) {
        return participants(actor, opening, q, new ChoiceForm(null), model);
    }

    @Needs(Permission.PLACEMENT_EDIT)
    @PostMapping("/openings/{opening}/placements")
    String propose(
            Actor actor,
            @PathVariable OpeningId opening,
            @RequestParam(required = false) @Nullable String q,
            @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            Answer answer) {
        ParticipantId participant = form.chosen() == null ? null : new ParticipantId(form.chosen());
        if (participant == null) {
            errors.rejectValue("chosen", "placements.participant-needed");
        }
        PlacementId made = attempt(actor, participant, opening, errors);
        return made == null
                ? answer.again(participants(actor, opening, q, form, answer.model()))
                : proposed(made, answer);
    }

    @Needs(Permission.PLACEMENT_EDIT)
    @GetMapping("/participants/{id}/placements/new")
    String chooseOpening(
            Actor actor,
            @PathVariable ParticipantId id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            Model model) {
        return openings(actor, id, q, kind, new ChoiceForm(null), model);
    }

    @Needs(Permission.PLACEMENT_EDIT)
    @PostMapping("/participants/{id}/placements")
    String proposeAt(
            Actor actor,
            @PathVariable ParticipantId id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            Answer answer) {
        OpeningId opening = form.chosen() == null ? null : new OpeningId(form.chosen());
        if (opening == null) {
            errors.rejectValue("chosen", "placements.opening-needed");
        }
        PlacementId made = attempt(actor, id, opening, errors);
        return made == null ? answer.again(openings(actor, id, q, kind, form, answer.model())) : proposed(made, answer);
    }

    private @Nullable PlacementId attempt(
            Actor actor, @Nullable ParticipantId participant, @Nullable OpeningId opening, BindingResult errors) {
        if (participant == null || opening == null) {
            return null;
        }
        List<PlacementId> made = new ArrayList<>();
        Attempt.of(errors, () -> made.add(placements.propose(actor, participant, opening)));
        return made.isEmpty() ? null : made.get(0);
    }

    private String proposed(PlacementId made, Answer answer) {
        return answer.go(Flash.ok(texts.of("placements.proposed")), "/placements/" + made);
    }

    private String participants(Actor actor, OpeningId opening, @Nullable String q, ChoiceForm form, Model model) {
        model.addAttribute("page", pages.participants(actor, opening, q));
        model.addAttribute("form", form);
        return "placements/propose";
    }

    private String openings(
            Actor actor, ParticipantId id, @Nullable String q, @Nullable String kind, ChoiceForm form, Model model) {
        model.addAttribute("page", pages.openings(actor, id, q, kind));
        model.addAttribute("form", form);
        return "placements/propose-at";
    }
}
