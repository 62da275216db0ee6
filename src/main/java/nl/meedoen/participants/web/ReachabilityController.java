package nl.meedoen.participants.web;

import jakarta.validation.Valid;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.StaleVersion;
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

/** How somebody can be reached; the part of a dossier that a coach may change too. */
@Controller
class ReachabilityController {

    private final Enrolments enrolments;
    private final Texts texts;

    ReachabilityController(Enrolments enrolments, Texts texts) {
        this.enrolments = enrolments;
        this.texts = texts;
    }

    record ReachPage(
            ParticipantId id, String name, @Nullable RegistrationForm current) {}

    @Needs(Permission.REACHABILITY_EDIT)
    @GetMapping("/participants/{id}/reachability")
    String ask(Actor actor, @PathVariable ParticipantId id, Model model) {
        Enrolments.Known known = enrolments.known(actor, id);
        RegistrationForm form = RegistrationForm.of(known, "");
        model.addAttribute("form", form).addAttribute("language", form.languages());
        return page(actor, id, known, null, model);
    }

    /** Whatever else a form may carry, only how the person can be reached is read from it. */
    @Needs(Permission.REACHABILITY_EDIT)
    @PostMapping("/participants/{id}/reachability")
    String change(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String search,
            Answer answer) {
        Enrolments.Known known = enrolments.known(actor, id);
        answer.with("language", form.languages());
        if (search != null) {
            return page(actor, id, known, null, answer.model());
        }
        if (form.phone() != null && form.readPhone().isEmpty()) {
            errors.rejectValue("phone", "participants.phone-wrong");
        }
        if (errors.hasErrors()) {
            return answer.again(page(actor, id, known, null, answer.model()));
        }
        try {
            enrolments.reachable(actor, id, form.reachability(), form.version() == null ? -1 : form.version());
        } catch (StaleVersion somebodyElse) {
            return answer.again(Attempt.STALE, page(actor, id, known, RegistrationForm.of(known, ""), answer.model()));
        }
        return answer.go(Flash.ok(texts.of("participants.saved")), "/participants/" + id);
    }

    private String page(
            Actor actor, ParticipantId id, Enrolments.Known known, @Nullable RegistrationForm current, Model model) {
        model.addAttribute("page", new ReachPage(id, known.registration().name().display(), current))
                .addAttribute("currentVersion", known.version());
        return "participants/reachability";
    }
}
