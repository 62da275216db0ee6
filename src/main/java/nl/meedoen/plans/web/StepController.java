package nl.meedoen.plans.web;

import static nl.meedoen.access.Permission.PLAN_EDIT;

import jakarta.validation.Valid;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ActionSteps;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.StepId;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.StepStatus;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.webkit.Flash;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds, rewords, ticks and marks steps. A tick answers with the goal alone when htmx asks, else with the plan page. */
@Controller
class StepController {

    private static final String FORM = "plans/step-form";
    private static final String HTMX = "HX-Request";

    private final PlanForms forms;
    private final PlanPages pages;
    private final ActionSteps steps;
    private final Texts texts;

    StepController(PlanForms forms, PlanPages pages, ActionSteps steps, Texts texts) {
        this.forms = forms;
        this.pages = pages;
        this.steps = steps;
        this.texts = texts;
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/goals/{goal}/steps/new")
    String begin(@PathVariable ParticipantId id, @PathVariable GoalId goal, Actor actor, Model model) {
        model.addAttribute("page", forms.newStep(actor, id, goal));
        model.addAttribute("form", new StepForm(null, StepOwner.PARTICIPANT, null, null, null));
        return FORM;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/goals/{goal}/steps")
    String add(
            @PathVariable ParticipantId id,
            @PathVariable GoalId goal,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        Attempt attempt = Attempt.of(errors, () -> steps.addStep(actor, id, goal, form.text()));
        if (!attempt.isDone()) {
            return answer.with("page", forms.newStep(actor, id, goal)).again(attempt, FORM);
        }
        return answer.go(Flash.ok(texts.of("plans.step.added", form.text().title())), FormPage.toPlan(id));
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/steps/{step}")
    String edit(@PathVariable ParticipantId id, @PathVariable StepId step, Actor actor, Model model) {
        PlanForms.Loaded<StepText> now = forms.step(actor, id, step);
        model.addAttribute("page", now.page());
        model.addAttribute("form", StepForm.of(now.text(), now.version()));
        return FORM;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/steps/{step}")
    String reword(
            @PathVariable ParticipantId id,
            @PathVariable StepId step,
            @Valid @ModelAttribute("form") StepForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        PlanForms.Loaded<StepText> now = forms.step(actor, id, step);
        Attempt attempt = Attempt.of(
                errors, () -> steps.rewordStep(actor, id, step, SentForm.version(form.version()), form.text()));
        if (!attempt.isDone()) {
            return FormPage.again(
                    attempt,
                    () -> forms.step(actor, id, step),
                    text -> forms.say(text, now.page().owners()),
                    form::at,
                    answer,
                    FORM);
        }
        return answer.go(Flash.ok(texts.of("plans.step.saved", form.text().title())), FormPage.toPlan(id));
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/steps/{step}/finish")
    String finish(
            @PathVariable ParticipantId id,
            @PathVariable StepId step,
            @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
            Actor actor,
            Answer answer) {
        return marked(actor, id, steps.finishStep(actor, id, step), htmx, answer);
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/steps/{step}/undo")
    String undo(
            @PathVariable ParticipantId id,
            @PathVariable StepId step,
            @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
            Actor actor,
            Answer answer) {
        return marked(actor, id, steps.undoStep(actor, id, step), htmx, answer);
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/steps/{step}/status")
    String mark(
            @PathVariable ParticipantId id,
            @PathVariable StepId step,
            @RequestParam StepStatus status,
            @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
            Actor actor,
            Answer answer) {
        return marked(actor, id, steps.markStep(actor, id, step, status), htmx, answer);
    }

    /** Puts a step one place up or down, or before another one; without either at the end. */
    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/steps/{step}/move")
    String move(
            @PathVariable ParticipantId id,
            @PathVariable StepId step,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable StepId before,
            @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
            Actor actor,
            Answer answer) {
        ActionSteps.Placed placed = to == null
                ? steps.placeStep(actor, id, step, before)
                : steps.moveStep(actor, id, step, "up".equals(to));
        String said = texts.of("order.placed", placed.title(), placed.place(), placed.of());
        if (htmx != null) {
            answer.with("page", pages.part(actor, id, placed.goal(), said, null));
            return "plans/goal :: changed";
        }
        return answer.go(Flash.ok(said), FormPage.toPlan(id));
    }

    private String marked(
            Actor actor, ParticipantId id, ActionSteps.Marked marked, @Nullable String htmx, Answer answer) {
        boolean done = marked.status() == StepStatus.DONE;
        String said = texts.of("plans.step.now." + (done ? "done" : "open"), marked.title(), texts.of(marked.status()));
        String path = "/participants/" + id + "/steps/" + marked.step() + (done ? "/undo" : "/finish");
        if (htmx != null) {
            answer.with("page", pages.part(actor, id, marked.goal(), said, done ? path : null));
            return "plans/goal :: changed";
        }
        Flash flash = Flash.ok(said);
        return answer.go(done ? flash.undo(path, texts.of("webkit.undo")) : flash, FormPage.toPlan(id));
    }
}
