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
import nl.meedoen.enrolment.EligibilityKind;
import nl.meedoen.enrolment.Funding;
import nl.meedoen.kernel.ParticipantId;
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

/** Which project pays for a run, and what was checked for it. */
@Controller
class FundingController {

    private static final String BACK = "/participants/{id}/enrolment";

    record SourceForm(
            @NotBlank(message = "{enrolment.project-needed}")
            @Size(max = 40, message = "{enrolment.project-long}")
            @NoCitizenNumber
            @Nullable
            String project,

            @NotNull(message = "{participants.day-needed}") @Nullable
            LocalDate from,

            @NotNull(message = "{participants.day-needed}") @Nullable
            LocalDate until,

            @Nullable Long version) {

        SourceForm at(@Nullable Long now) {
            return new SourceForm(project, from, until, now);
        }
    }

    record CheckForm(
            @NotNull(message = "{enrolment.kind-needed}") @Nullable
            EligibilityKind kind,

            @NotNull(message = "{enrolment.met-needed}") @Nullable
            Boolean met,

            @Size(max = 1000, message = "{enrolment.note-long}") @NoCitizenNumber @Nullable
            String remark,

            @Nullable UUID evidence) {}

    private final RunPages pages;
    private final Funding funding;
    private final Texts texts;

    FundingController(RunPages pages, Funding funding, Texts texts) {
        this.pages = pages;
        this.funding = funding;
        this.texts = texts;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/enrolment/funding")
    String paying(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("page", pages.form(actor, id)).addAttribute("form", now(actor, id));
        return "enrolment/funding";
    }

    private SourceForm now(Actor actor, ParticipantId id) {
        return pages.source(actor, id)
                .map(one -> new SourceForm(one.projectCode(), one.from(), one.until(), one.version()))
                .orElseGet(() -> new SourceForm(null, null, null, -1L));
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/enrolment/funding")
    String pay(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") SourceForm form,
            BindingResult errors,
            Answer answer) {
        RunPages.FormPage page = pages.form(actor, id);
        Attempt attempt = Attempt.of(
                errors,
                "until",
                () -> funding.pay(
                        actor,
                        id,
                        String.valueOf(form.project()).strip(),
                        Objects.requireNonNull(form.from()),
                        Objects.requireNonNull(form.until()),
                        SentForm.version(form.version())));
        if (!attempt.isDone()) {
            if (attempt.isStale()) {
                page = pages.besideSource(actor, id);
                answer.anew(form.at(now(actor, id).version()));
            }
            return answer.with("page", page).again(attempt, "enrolment/funding");
        }
        return answer.go(Flash.ok(texts.of("enrolment.funding-kept")), BACK);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/enrolment/checks/new")
    String checking(
            Actor actor,
            @PathVariable ParticipantId id,
            @org.springframework.web.bind.annotation.RequestParam @Nullable EligibilityKind kind,
            Model model) {
        model.addAttribute("page", pages.check(actor, id)).addAttribute("form", new CheckForm(kind, null, null, null));
        return "enrolment/check";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/enrolment/checks/new")
    String check(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") CheckForm form,
            BindingResult errors,
            Answer answer) {
        RunPages.FormPage page = pages.check(actor, id);
        Attempt attempt = Attempt.of(
                errors,
                "remark",
                () -> funding.check(
                        actor,
                        id,
                        Objects.requireNonNull(form.kind()),
                        Boolean.TRUE.equals(form.met()),
                        form.remark(),
                        form.evidence()));
        if (!attempt.isDone()) {
            return answer.with("page", page).again(attempt, "enrolment/check");
        }
        return answer.go(Flash.ok(texts.of("enrolment.check-kept")), BACK);
    }
}
