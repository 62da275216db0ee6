package nl.meedoen.enrolment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.enrolment.Aftercare;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.EnrolmentCorrections;
import nl.meedoen.participants.registration.EnrolmentDates;
import nl.meedoen.participants.registration.Outcome;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import nl.meedoen.webkit.form.SentForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The run of one participant: how it went, putting it right, opening it again, aftercare and closing. */
@Controller
class RunController {

    private static final String BACK = "/participants/{id}/enrolment";

    record ReasonForm(
            @NotBlank(message = "{participants.reason-needed}")
            @Size(max = 1000, message = "{enrolment.reason-long}")
            @NoCitizenNumber
            @Nullable
            String reason) {}

    record DatesForm(
            @NotNull(message = "{participants.day-needed}") @Nullable
            LocalDate registeredOn,

            @Nullable LocalDate intakeOn,
            @Nullable LocalDate activeOn,
            @Nullable LocalDate endedOn,

            @NotBlank(message = "{participants.reason-needed}")
            @Size(max = 1000, message = "{enrolment.reason-long}")
            @NoCitizenNumber
            @Nullable
            String reason,

            @Nullable Long version) {

        static DatesForm of(EnrolmentCorrections.Run run, @Nullable String reason) {
            EnrolmentDates days = run.dates();
            return new DatesForm(
                    days.registeredOn(), days.intakeOn(), days.activeOn(), days.endedOn(), reason, run.version());
        }

        DatesForm at(long now) {
            return new DatesForm(registeredOn, intakeOn, activeOn, endedOn, reason, now);
        }

        EnrolmentDates dates() {
            return new EnrolmentDates(Objects.requireNonNull(registeredOn), intakeOn, activeOn, endedOn);
        }
    }

    record AnswerForm(
            @NotNull(message = "{enrolment.situation-needed}") @Nullable
            Outcome situation,

            @Size(max = 1000, message = "{enrolment.note-long}") @NoCitizenNumber @Nullable
            String note) {}

    private final RunPages pages;
    private final EnrolmentCorrections corrections;
    private final Aftercare aftercare;
    private final Texts texts;

    RunController(RunPages pages, EnrolmentCorrections corrections, Aftercare aftercare, Texts texts) {
        this.pages = pages;
        this.corrections = corrections;
        this.aftercare = aftercare;
        this.texts = texts;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/enrolment")
    String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("page", pages.show(actor, id));
        return "enrolment/run";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/enrolment/correct")
    String correcting(Actor actor, @PathVariable ParticipantId id, Model model) {
        RunPages.FormPage page = pages.form(actor, id);
        model.addAttribute("page", page).addAttribute("form", DatesForm.of(page.run(), null));
        return "enrolment/correct";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/enrolment/correct")
    String correct(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") DatesForm form,
            BindingResult errors,
            Answer answer) {
        RunPages.FormPage page = pages.form(actor, id);
        Attempt attempt = Attempt.of(
                errors,
                () -> corrections.correct(
                        actor,
                        id,
                        form.dates(),
                        Objects.requireNonNull(form.reason()),
                        SentForm.version(form.version())));
        if (!attempt.isDone()) {
            if (attempt.isStale()) {
                page = pages.besideDates(actor, id);
                answer.anew(form.at(page.run().version()));
            }
            return answer.with("page", page).again(attempt, "enrolment/correct");
        }
        return answer.go(Flash.ok(texts.of("enrolment.corrected")), BACK);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/enrolment/reopen")
    String reopening(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("page", pages.form(actor, id)).addAttribute("form", new ReasonForm(null));
        return "enrolment/reopen";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/enrolment/reopen")
    String reopen(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Answer answer) {
        RunPages.FormPage page = pages.form(actor, id);
        Attempt attempt =
                Attempt.of(errors, () -> corrections.reopen(actor, id, Objects.requireNonNull(form.reason())));
        if (!attempt.isDone()) {
            return answer.with("page", page).again(attempt, "enrolment/reopen");
        }
        return answer.go(Flash.ok(texts.of("participants.reopened")), BACK);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/enrolment/close")
    String close(Actor actor, @PathVariable ParticipantId id, Answer answer) {
        aftercare.close(actor, id);
        return answer.go(
                Flash.ok(texts.of("enrolment.closed")).undo("/participants/" + id + "/reopen", texts.of("webkit.undo")),
                BACK);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/enrolment/check-ins/{aftercare}")
    String asking(Actor actor, @PathVariable ParticipantId id, @PathVariable("aftercare") UUID checkIn, Model model) {
        model.addAttribute("page", pages.answer(actor, id, checkIn))
                .addAttribute("checkIn", aftercare.find(actor, id, checkIn))
                .addAttribute("form", new AnswerForm(null, null));
        return "enrolment/check-in";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/enrolment/check-ins/{aftercare}")
    String answer(
            Actor actor,
            @PathVariable ParticipantId id,
            @PathVariable("aftercare") UUID checkIn,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Answer answer) {
        RunPages.FormPage page = pages.answer(actor, id, checkIn);
        Attempt attempt = Attempt.of(
                errors,
                () -> aftercare.answer(actor, id, checkIn, Objects.requireNonNull(form.situation()), form.note()));
        if (!attempt.isDone()) {
            return answer.with("page", page)
                    .with("checkIn", aftercare.find(actor, id, checkIn))
                    .again(attempt, "enrolment/check-in");
        }
        return answer.go(Flash.ok(texts.of("enrolment.check-in-kept")), BACK);
    }
}
