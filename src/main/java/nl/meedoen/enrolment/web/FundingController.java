package nl.meedoen.enrolment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.enrolment.EligibilityKind;
import nl.meedoen.enrolment.Funding;
import nl.meedoen.enrolment.sources.FundingSources;
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

    /** A project of the list, or the code of another one; days that are left open are the project's own. */
    record SourceForm(
            @Size(max = 40) @Nullable String source,

            @Size(max = 40, message = "{enrolment.project-long}") @NoCitizenNumber @Nullable
            String project,

            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Long version) {

        SourceForm at(@Nullable Long now) {
            return new SourceForm(source, project, from, until, now);
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
    private final FundingSources sources;
    private final Texts texts;

    FundingController(RunPages pages, Funding funding, FundingSources sources, Texts texts) {
        this.sources = sources;
        this.pages = pages;
        this.funding = funding;
        this.texts = texts;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/enrolment/funding")
    String paying(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("page", pages.paying(actor, id)).addAttribute("form", now(actor, id));
        return "enrolment/funding";
    }

    private SourceForm now(Actor actor, ParticipantId id) {
        return pages.source(actor, id)
                .map(one -> sources.coded(one.projectCode()).isPresent()
                        ? new SourceForm(one.projectCode(), null, one.from(), one.until(), one.version())
                        : new SourceForm(null, one.projectCode(), one.from(), one.until(), one.version()))
                .orElseGet(() -> new SourceForm(null, null, null, null, -1L));
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/enrolment/funding")
    String pay(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") SourceForm form,
            BindingResult errors,
            Answer answer) {
        RunPages.FormPage page = pages.paying(actor, id);
        Optional<Paid> paid = paid(form, errors);
        Attempt attempt = Attempt.of(
                errors,
                "until",
                () -> funding.pay(
                        actor,
                        id,
                        paid.orElseThrow().code(),
                        paid.orElseThrow().from(),
                        paid.orElseThrow().until(),
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

    /** What a form says once it is complete. */
    private record Paid(String code, LocalDate from, LocalDate until) {}

    private Optional<Paid> paid(SourceForm form, BindingResult errors) {
        String chosen = form.source() == null ? "" : form.source().strip();
        String typed = form.project() == null ? "" : form.project().strip();
        if (chosen.isEmpty() && typed.isEmpty()) {
            errors.rejectValue("project", "enrolment.project-needed");
        }
        Optional<FundingSources.Project> listed = sources.coded(chosen.isEmpty() ? typed : chosen);
        if (!chosen.isEmpty() && listed.isEmpty()) {
            errors.rejectValue("source", "enrolment.source.gone");
        }
        LocalDate from =
                form.from() == null ? listed.map(FundingSources.Project::from).orElse(null) : form.from();
        LocalDate until =
                form.until() == null ? listed.map(FundingSources.Project::until).orElse(null) : form.until();
        if (from == null && !errors.hasFieldErrors("from")) {
            errors.rejectValue("from", "participants.day-needed");
        }
        if (until == null && !errors.hasFieldErrors("until")) {
            errors.rejectValue("until", "participants.day-needed");
        }
        return errors.hasErrors() || from == null || until == null
                ? Optional.empty()
                : Optional.of(new Paid(listed.map(FundingSources.Project::code).orElse(typed), from, until));
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
