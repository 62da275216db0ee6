package nl.meedoen.training.session;

import static nl.meedoen.access.Permission.COHORT_EDIT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.training.SessionId;
import nl.meedoen.training.Sessions;
import nl.meedoen.training.WorkFormId;
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
import org.springframework.web.bind.annotation.RequestParam;

/** One session: what it is about, another day, or no session at all. */
@Controller
class SessionController {

    record CancelForm(
            @Nullable Long version,

            @NotBlank(message = "{training.reason-needed}") @Size(max = 500) @NoCitizenNumber @Nullable
            String reason) {}

    record DescribeForm(
            @Nullable Long version,

            @NotBlank(message = "{training.session-title-needed}") @Size(max = 120) @NoCitizenNumber @Nullable
            String title,

            @Nullable List<UUID> workForms) {

        public List<UUID> chosen() {
            return workForms == null ? List.of() : workForms;
        }
    }

    private final Sessions sessions;
    private final SessionPages pages;
    private final Texts texts;

    SessionController(Sessions sessions, SessionPages pages, Texts texts) {
        this.sessions = sessions;
        this.pages = pages;
        this.texts = texts;
    }

    @Needs(COHORT_EDIT)
    @GetMapping("/sessions/{session}")
    String show(@PathVariable SessionId session, Actor actor, Model model) {
        model.addAttribute("page", pages.session(actor, session));
        return "training/session";
    }

    @Needs(COHORT_EDIT)
    @GetMapping("/sessions/{session}/move")
    String moving(@PathVariable SessionId session, Actor actor, Model model) {
        SessionPage page = pages.session(actor, session);
        model.addAttribute("form", MoveForm.of(page)).addAttribute("page", around(page, page.version(), false));
        return "training/session-move";
    }

    @Needs(COHORT_EDIT)
    @PostMapping("/sessions/{session}/move")
    String move(
            @PathVariable SessionId session,
            @Valid @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        SessionPage page = pages.session(actor, session);
        LocalTime start = form.startsAt();
        LocalTime end = form.endsAt();
        if (start != null && end != null && !end.isAfter(start)) {
            errors.rejectValue("endsAt", "training.ends-before-start");
        }
        Attempt attempt = Attempt.of(
                errors,
                "on",
                () -> sessions.move(
                        actor, session, form.readVersion(), form.slot(), Objects.requireNonNull(form.reason())));
        if (attempt.isDone()) {
            return answer.go(Flash.ok(texts.of("training.session-moved")), "/sessions/" + session);
        }
        boolean stale = attempt.isStale();
        return answer.with("page", around(page, stale ? page.version() : form.readVersion(), stale))
                .again(attempt, "training/session-move");
    }

    @Needs(COHORT_EDIT)
    @GetMapping("/sessions/{session}/cancel")
    String cancelling(
            @PathVariable SessionId session, @ModelAttribute("form") CancelForm form, Actor actor, Model model) {
        SessionPage page = pages.session(actor, session);
        model.addAttribute("page", around(page, page.version(), false));
        return "training/session-cancel";
    }

    @Needs(COHORT_EDIT)
    @PostMapping("/sessions/{session}/cancel")
    String cancel(
            @PathVariable SessionId session,
            @Valid @ModelAttribute("form") CancelForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        SessionPage page = pages.session(actor, session);
        long read = form.version() == null ? -1 : form.version();
        Attempt attempt =
                Attempt.of(errors, () -> sessions.cancel(actor, session, read, Objects.requireNonNull(form.reason())));
        if (attempt.isDone()) {
            return answer.go(
                    Flash.ok(texts.of("training.session-now-cancelled"))
                            .undo("/sessions/" + session + "/reinstate", texts.of("webkit.undo")),
                    "/sessions/" + session);
        }
        boolean stale = attempt.isStale();
        return answer.with("page", around(page, stale ? page.version() : read, stale))
                .again(attempt, "training/session-cancel");
    }

    @Needs(COHORT_EDIT)
    @PostMapping("/sessions/{session}/reinstate")
    String reinstate(@PathVariable SessionId session, Actor actor, Answer answer) {
        sessions.reinstate(actor, session);
        return answer.go(Flash.ok(texts.of("training.session-reinstated")), "/sessions/" + session);
    }

    @Needs(COHORT_EDIT)
    @GetMapping("/sessions/{session}/edit")
    String describing(@PathVariable SessionId session, Actor actor, Model model) {
        SessionPage page = pages.session(actor, session);
        List<UUID> chosen =
                page.workForms().stream().map(SessionPage.WorkFormLine::id).toList();
        model.addAttribute("form", new DescribeForm(page.version(), page.title(), chosen))
                .addAttribute("page", new SessionFormPage(page, page.version(), false, pages.shelves(chosen)));
        return "training/session-edit";
    }

    @Needs(COHORT_EDIT)
    @PostMapping("/sessions/{session}/edit")
    String describe(
            @PathVariable SessionId session,
            @Valid @ModelAttribute("form") DescribeForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        SessionPage page = pages.session(actor, session);
        List<SessionPages.Shelf> shelves = pages.shelves(form.chosen());
        long read = form.version() == null ? -1 : form.version();
        // The manual's order, and nothing that is not in the library.
        List<WorkFormId> known = shelves.stream()
                .flatMap(shelf -> shelf.workForms().stream())
                .filter(SessionPages.Choice::chosen)
                .map(choice -> new WorkFormId(choice.id()))
                .toList();
        Attempt attempt = Attempt.of(
                errors, () -> sessions.describe(actor, session, read, Objects.requireNonNull(form.title()), known));
        if (attempt.isDone()) {
            return answer.go(Flash.ok(texts.of("training.session-saved")), "/sessions/" + session);
        }
        boolean stale = attempt.isStale();
        return answer.with("page", new SessionFormPage(page, stale ? page.version() : read, stale, shelves))
                .again(attempt, "training/session-edit");
    }

    /** Keeps who was called; a tick that was taken away counts too. */
    @Needs(COHORT_EDIT)
    @PostMapping("/sessions/{session}/calls")
    String told(
            @PathVariable SessionId session,
            @RequestParam(name = "told", required = false) @Nullable List<UUID> told,
            Actor actor,
            Answer answer) {
        List<ParticipantId> people =
                told == null ? List.of() : told.stream().map(ParticipantId::new).toList();
        sessions.told(actor, session, people);
        return answer.go(Flash.ok(texts.of("training.calls-saved")), "/sessions/" + session + "#calls");
    }

    private static SessionFormPage around(SessionPage page, long version, boolean changedMeanwhile) {
        return new SessionFormPage(page, version, changedMeanwhile, List.of());
    }
}
