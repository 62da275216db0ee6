package nl.meedoen.training.session;

import static nl.meedoen.access.Permission.COHORT_EDIT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.training.CohortId;
import nl.meedoen.training.SessionId;
import nl.meedoen.training.Sessions;
import nl.meedoen.training.delivery.domain.Session;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One session more, such as for one that was cancelled. */
@Controller
class ExtraSessionController {

    record ExtraForm(
            @NotBlank(message = "{training.session-title-needed}") @Size(max = 120) @NoCitizenNumber @Nullable
            String title,

            @NotNull(message = "{training.day-needed}") @Nullable
            LocalDate on,

            @NotNull(message = "{training.start-time-needed}") @Nullable
            LocalTime startsAt,

            @NotNull(message = "{training.end-time-needed}") @Nullable
            LocalTime endsAt,

            @NotBlank(message = "{training.place-needed}") @Size(max = 120) @NoCitizenNumber @Nullable
            String place) {}

    private final Sessions sessions;
    private final SessionPages pages;
    private final Texts texts;

    ExtraSessionController(Sessions sessions, SessionPages pages, Texts texts) {
        this.sessions = sessions;
        this.pages = pages;
        this.texts = texts;
    }

    @Needs(COHORT_EDIT)
    @GetMapping("/cohorts/{cohort}/sessions/new")
    String start(@PathVariable CohortId cohort, Actor actor, Model model) {
        SessionPages.Last last = pages.last(actor, cohort);
        model.addAttribute("page", last)
                .addAttribute(
                        "form",
                        new ExtraForm(
                                texts.of("training.session-number", last.nextNumber()),
                                last.nextDay(),
                                last.startsAt(),
                                last.endsAt(),
                                last.place()));
        return "training/session-new";
    }

    @Needs(COHORT_EDIT)
    @PostMapping("/cohorts/{cohort}/sessions/new")
    String add(
            @PathVariable CohortId cohort,
            @Valid @ModelAttribute("form") ExtraForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        SessionPages.Last last = pages.last(actor, cohort);
        LocalTime start = form.startsAt();
        LocalTime end = form.endsAt();
        if (start != null && end != null && !end.isAfter(start)) {
            errors.rejectValue("endsAt", "training.ends-before-start");
        }
        if (!errors.hasErrors()) {
            try {
                SessionId session = sessions.add(
                        actor,
                        cohort,
                        Objects.requireNonNull(form.title()),
                        new Session.Slot(
                                Objects.requireNonNull(form.on()),
                                Objects.requireNonNull(start),
                                Objects.requireNonNull(end),
                                Objects.requireNonNull(form.place())));
                return answer.go(Flash.ok(texts.of("training.session-added")), "/sessions/" + session);
            } catch (RuleBroken refusal) {
                errors.rejectValue("on", refusal.code());
            }
        }
        return answer.with("page", last).again("training/session-new");
    }
}
