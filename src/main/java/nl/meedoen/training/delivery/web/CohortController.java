package nl.meedoen.training.delivery.web;

import static nl.meedoen.access.Permission.COHORT_EDIT;
import static nl.meedoen.access.Permission.COHORT_PLAN;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.training.CohortId;
import nl.meedoen.training.Cohorts;
import nl.meedoen.training.delivery.CohortCalendar;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Groups: the list, a new one with its sessions, one group, and its calendar. */
@Controller
class CohortController {

    private final Cohorts cohorts;
    private final CohortList list;
    private final CohortPages pages;
    private final CohortForms forms;
    private final CohortCalendar calendar;
    private final Texts texts;

    CohortController(
            Cohorts cohorts,
            CohortList list,
            CohortPages pages,
            CohortForms forms,
            CohortCalendar calendar,
            Texts texts) {
        this.cohorts = cohorts;
        this.list = list;
        this.pages = pages;
        this.forms = forms;
        this.calendar = calendar;
        this.texts = texts;
    }

    @Needs(COHORT_EDIT)
    @GetMapping("/cohorts")
    String list(
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "before", required = false) @Nullable String before,
            Actor actor,
            Model model) {
        String wanted = q == null || q.isBlank()
                ? null
                : q.strip().substring(0, Math.min(q.strip().length(), 100));
        model.addAttribute("page", list.page(actor, new CohortList.Question(state, wanted, after, before)));
        return "training/cohorts";
    }

    @Needs(COHORT_EDIT)
    @GetMapping("/cohorts/{cohort}")
    String show(@PathVariable CohortId cohort, Actor actor, Model model) {
        model.addAttribute("page", pages.cohort(actor, cohort));
        return "training/cohort";
    }

    @Needs(COHORT_PLAN)
    @GetMapping("/cohorts/new")
    String start(Actor actor, Model model) {
        CohortFormPage page = forms.page(actor);
        String only = page.locations().size() == 1 ? page.locations().get(0).value() : null;
        List<String> trainer =
                page.trainers().size() == 1 ? List.of(page.trainers().get(0).value()) : List.of();
        model.addAttribute("page", page)
                .addAttribute(
                        "form",
                        new CohortForm(
                                only,
                                null,
                                trainer,
                                null,
                                LocalTime.of(9, 30),
                                LocalTime.of(12, 0),
                                null,
                                Cohorts.USUAL_SESSIONS,
                                Cohorts.USUAL_CAPACITY));
        return "training/cohort-new";
    }

    /** Shows the days before anything is saved; htmx asks for the preview alone. */
    @Needs(COHORT_PLAN)
    @PostMapping("/cohorts/preview")
    String preview(
            @Valid @ModelAttribute("form") CohortForm form,
            BindingResult errors,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        times(form, errors);
        if (errors.hasErrors()) {
            model.addAttribute("page", forms.page(actor));
            if (htmx == null) {
                response.setStatus(422);
            }
        } else {
            model.addAttribute("page", forms.preview(actor, form.plan()));
        }
        return htmx == null ? "training/cohort-new" : "training/cohort-new :: days";
    }

    @Needs(COHORT_PLAN)
    @PostMapping("/cohorts/new")
    String plan(@Valid @ModelAttribute("form") CohortForm form, BindingResult errors, Actor actor, Answer answer) {
        times(form, errors);
        CohortId id = null;
        if (!errors.hasErrors()) {
            try {
                id = cohorts.plan(actor, form.plan());
            } catch (RuleBroken refusal) {
                errors.reject(refusal.code(), refusal.args(), null);
            }
        }
        if (id == null) {
            return answer.with("page", forms.page(actor)).again("training/cohort-new");
        }
        return answer.go(
                Flash.ok(texts.of("training.cohort-planned", Objects.requireNonNull(form.sessions()))),
                "/cohorts/" + id);
    }

    @Needs(COHORT_PLAN)
    @GetMapping("/cohorts/{cohort}/edit")
    String edit(@PathVariable CohortId cohort, Actor actor, Model model) {
        CohortChangeForm form = forms.form(actor, cohort);
        model.addAttribute("form", form)
                .addAttribute("page", forms.changePage(actor, cohort, form.readVersion(), false));
        return "training/cohort-edit";
    }

    @Needs(COHORT_PLAN)
    @PostMapping("/cohorts/{cohort}/edit")
    String change(
            @PathVariable CohortId cohort,
            @Valid @ModelAttribute("form") CohortChangeForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        if (errors.hasErrors()) {
            return answer.with("page", forms.changePage(actor, cohort, form.readVersion(), false))
                    .again("training/cohort-edit");
        }
        try {
            cohorts.change(
                    actor,
                    cohort,
                    form.readVersion(),
                    Objects.requireNonNull(form.name()),
                    Objects.requireNonNull(form.capacity()),
                    CohortForm.accounts(form.trainers()));
        } catch (StaleVersion stale) {
            return answer.with("page", forms.changePage(actor, cohort, form.readVersion(), true))
                    .again(Attempt.STALE, "training/cohort-edit");
        }
        return answer.go(Flash.ok(texts.of("training.cohort-saved")), "/cohorts/" + cohort);
    }

    @Needs(COHORT_EDIT)
    @GetMapping("/cohorts/{cohort}/calendar.ics")
    ResponseEntity<String> calendar(@PathVariable CohortId cohort, Actor actor) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("meedoen.ics")
                                .build()
                                .toString())
                .body(calendar.of(actor, cohort));
    }

    private static void times(CohortForm form, BindingResult errors) {
        LocalTime start = form.startsAt();
        LocalTime end = form.endsAt();
        if (start != null && end != null && !end.isAfter(start)) {
            errors.rejectValue("endsAt", "training.ends-before-start");
        }
    }
}
