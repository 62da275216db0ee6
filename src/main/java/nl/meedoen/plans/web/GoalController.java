package nl.meedoen.plans.web;

import static nl.meedoen.access.Permission.PLAN_EDIT;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ActionPlans;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.text.GoalText;
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
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Adds, rewords and ends goals. */
@Controller
class GoalController {

    private static final String FORM = "plans/goal-form";
    private static final String END_FORM = "plans/goal-end";

    private final PlanForms forms;
    private final ActionPlans plans;
    private final Texts texts;

    GoalController(PlanForms forms, ActionPlans plans, Texts texts) {
        this.forms = forms;
        this.plans = plans;
        this.texts = texts;
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/goals/new")
    String begin(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("page", forms.newGoal(actor, id));
        model.addAttribute("form", GoalForm.empty());
        return FORM;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/goals")
    String add(
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") GoalForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        Attempt attempt = Attempt.of(errors, () -> plans.addGoal(actor, id, form.text(), form.firstSteps()));
        if (!attempt.isDone()) {
            return answer.with("page", forms.newGoal(actor, id)).again(attempt, FORM);
        }
        return answer.go(Flash.ok(texts.of("plans.goal.added", form.text().title())), FormPage.toPlan(id));
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/goals/{goal}")
    String edit(@PathVariable ParticipantId id, @PathVariable GoalId goal, Actor actor, Model model) {
        PlanForms.Loaded<GoalText> now = forms.goal(actor, id, goal);
        model.addAttribute("page", now.page());
        model.addAttribute("form", GoalForm.of(now.text(), now.version()));
        return FORM;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/goals/{goal}")
    String reword(
            @PathVariable ParticipantId id,
            @PathVariable GoalId goal,
            @Valid @ModelAttribute("form") GoalForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        Attempt attempt = Attempt.of(
                errors, () -> plans.rewordGoal(actor, id, goal, SentForm.version(form.version()), form.text()));
        if (!attempt.isDone()) {
            return FormPage.again(attempt, () -> forms.goal(actor, id, goal), forms::say, form::at, answer, FORM);
        }
        return answer.go(Flash.ok(texts.of("plans.goal.saved", form.text().title())), FormPage.toPlan(id));
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/goals/{goal}/end")
    String ending(@PathVariable ParticipantId id, @PathVariable GoalId goal, Actor actor, Model model) {
        PlanForms.Loaded<GoalText> now = forms.endOfGoal(actor, id, goal);
        model.addAttribute("page", now.page());
        GoalText text = now.text();
        model.addAttribute("form", new EndForm(null, null, text.title(), text.targetOn(), now.version()));
        return END_FORM;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/goals/{goal}/end")
    String end(
            @PathVariable ParticipantId id,
            @PathVariable GoalId goal,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        PlanForms.Loaded<GoalText> now = forms.endOfGoal(actor, id, goal);
        form.check(errors);
        AtomicReference<Flash> said = new AtomicReference<>();
        Attempt attempt = Attempt.of(errors, () -> said.set(end(actor, id, goal, form, now.text())));
        if (!attempt.isDone()) {
            return FormPage.again(
                    attempt, () -> forms.endOfGoal(actor, id, goal), forms::say, form::at, answer, END_FORM);
        }
        return answer.go(said.get(), FormPage.toPlan(id));
    }

    private Flash end(Actor actor, ParticipantId id, GoalId goal, EndForm form, GoalText old) {
        return switch (Objects.requireNonNull(form.how())) {
            case ADJUSTED -> {
                GoalText next = new GoalText(
                        old.domain(), Objects.requireNonNull(form.title()), old.why(), old.measure(), form.targetOn());
                plans.adjustGoal(
                        actor, id, goal, SentForm.version(form.version()), Objects.requireNonNull(form.reason()), next);
                yield Flash.ok(texts.of("plans.goal.adjusted", next.title()));
            }
            case DROPPED -> {
                String title = plans.dropGoal(actor, id, goal, Objects.requireNonNull(form.reason()));
                yield reopenable(texts.of("plans.goal.dropped", title), id, goal);
            }
            default -> reopenable(texts.of("plans.goal.achieved", plans.achieveGoal(actor, id, goal)), id, goal);
        };
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/goals/{goal}/achieve")
    String achieve(@PathVariable ParticipantId id, @PathVariable GoalId goal, Actor actor, Answer answer) {
        String title = plans.achieveGoal(actor, id, goal);
        return answer.go(reopenable(texts.of("plans.goal.achieved", title), id, goal), FormPage.toPlan(id));
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/goals/{goal}/reopen")
    String reopen(@PathVariable ParticipantId id, @PathVariable GoalId goal, Actor actor, Answer answer) {
        return answer.go(
                Flash.ok(texts.of("plans.goal.reopened", plans.reopenGoal(actor, id, goal))), FormPage.toPlan(id));
    }

    private Flash reopenable(String said, ParticipantId id, GoalId goal) {
        return Flash.ok(said).undo("/participants/" + id + "/goals/" + goal + "/reopen", texts.of("webkit.undo"));
    }

    /** How a goal ends; an adjusted one says what it becomes. */
    record EndForm(
            @NotNull(message = "{plans.end-needed}") @Nullable
            GoalState how,

            @Size(max = 1000, message = "{plans.text-long}") @NoCitizenNumber @Nullable
            String reason,

            @Size(max = 200, message = "{plans.title-long}") @NoCitizenNumber @Nullable
            String title,

            @Nullable LocalDate targetOn,
            @Nullable Long version) {

        public EndForm at(long now) {
            return new EndForm(how, reason, title, targetOn, now);
        }

        /** What depends on the choice that was made. */
        void check(Errors errors) {
            if (how == GoalState.OPEN) {
                errors.rejectValue("how", "plans.end-needed");
            }
            if ((how == GoalState.ADJUSTED || how == GoalState.DROPPED) && reason == null) {
                errors.rejectValue("reason", "plans.reason-needed");
            }
            if (how == GoalState.ADJUSTED && title == null) {
                errors.rejectValue("title", "plans.goal-title-needed");
            }
        }
    }
}
