package nl.meedoen.participants.retention.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.retention.Erasing;
import nl.meedoen.participants.retention.Retention;
import nl.meedoen.participants.retention.Standing;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
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

/** What is due this month; for one dossier how long it is kept, what holds it, and the second look before it goes. */
@Controller
class RetentionController {

    private final RetentionPages pages;
    private final Retention retention;
    private final Erasing erasing;
    private final Texts texts;

    RetentionController(RetentionPages pages, Retention retention, Erasing erasing, Texts texts) {
        this.pages = pages;
        this.retention = retention;
        this.erasing = erasing;
        this.texts = texts;
    }

    record HoldForm(
            @NotBlank(message = "{retention.reason-needed}")
            @Size(max = 500, message = "{retention.reason-long}")
            @NoCitizenNumber
            @Nullable
            String reason) {}

    record EraseForm(
            @NotNull(message = "{retention.basis-needed}") Standing.@Nullable Basis basis,

            @NotBlank(message = "{retention.name-needed}") @Size(max = 300) @Nullable
            String name,

            @Nullable String mark) {}

    @Needs(Permission.RETENTION)
    @GetMapping("/retention")
    String due(Actor actor, Model model) {
        model.addAttribute("page", pages.due(actor));
        return "participants/retention/due";
    }

    @Needs(Permission.RETENTION)
    @GetMapping("/participants/{id}/retention")
    String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("page", pages.standing(actor, id));
        model.addAttribute("form", new HoldForm(null));
        return "participants/retention/standing";
    }

    @Needs(Permission.RETENTION)
    @PostMapping("/participants/{id}/retention/hold")
    String hold(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") HoldForm form,
            BindingResult errors,
            Answer answer) {
        Attempt attempt = Attempt.of(errors, () -> retention.hold(actor, id, Objects.requireNonNull(form.reason())));
        if (!attempt.isDone()) {
            return answer.with("page", pages.standing(actor, id)).again(attempt, "participants/retention/standing");
        }
        return answer.go(Flash.ok(texts.of("retention.held")), "/participants/{id}/retention");
    }

    @Needs(Permission.RETENTION)
    @PostMapping("/participants/{id}/retention/lift")
    String lift(Actor actor, @PathVariable ParticipantId id, Answer answer) {
        retention.lift(actor, id);
        return answer.go(Flash.ok(texts.of("retention.lifted")), "/participants/{id}/retention");
    }

    @Needs(Permission.RETENTION)
    @GetMapping("/participants/{id}/erase")
    String look(Actor actor, @PathVariable ParticipantId id, Model model) {
        RetentionPages.ErasePage page = pages.erase(actor, id, false);
        model.addAttribute("page", page);
        model.addAttribute("form", new EraseForm(null, null, page.standing().mark()));
        return "participants/retention/erase";
    }

    @Needs(Permission.RETENTION)
    @PostMapping("/participants/{id}/erase")
    String erase(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") EraseForm form,
            BindingResult errors,
            Answer answer) {
        if (form.name() != null && !errors.hasFieldErrors("name") && !erasing.isName(actor, id, form.name())) {
            errors.rejectValue("name", "retention.name-other");
        }
        AtomicReference<Erasing.@Nullable Done> done = new AtomicReference<>();
        Attempt attempt = Attempt.of(
                errors,
                () -> done.set(
                        erasing.erase(actor, id, Objects.requireNonNull(form.basis()), String.valueOf(form.mark()))));
        if (!attempt.isDone()) {
            RetentionPages.ErasePage page = pages.erase(actor, id, attempt.isStale());
            answer.with("page", page);
            if (attempt.isStale()) {
                answer.anew(new EraseForm(form.basis(), null, page.standing().mark()));
            }
            return answer.again(attempt, "participants/retention/erase");
        }
        Erasing.Done what = Objects.requireNonNull(done.get());
        if (what.what() == Standing.What.ALL) {
            return answer.go(Flash.ok(texts.of("retention.erased", what.rows(), what.columns())), "/retention");
        }
        return answer.go(Flash.ok(texts.of("retention.notes-erased")), "/participants/{id}/retention");
    }
}
