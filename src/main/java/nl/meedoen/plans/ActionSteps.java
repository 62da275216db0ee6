package nl.meedoen.plans;

import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.domain.Goal;
import nl.meedoen.plans.domain.GoalRepository;
import nl.meedoen.plans.domain.Step;
import nl.meedoen.plans.domain.StepRepository;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a participant's goals; a goal that has ended takes no changes. Refusals as in {@link ActionPlans}. */
@Service
@Transactional
public class ActionSteps {

    private static final String STEP = "plans.step";

    private final PlanDesk desk;
    private final GoalRepository goals;
    private final StepRepository steps;

    ActionSteps(PlanDesk desk, GoalRepository goals, StepRepository steps) {
        this.desk = desk;
        this.goals = goals;
        this.steps = steps;
    }

    /**
     * A step after a change.
     *
     * @param changed false when it stood like that already
     */
    public record Marked(StepId step, GoalId goal, String title, StepStatus status, boolean changed) {}

    /** Adds a step at the end of an open goal. */
    public StepId addStep(Actor actor, ParticipantId participant, GoalId goalId, StepText text) {
        desk.begin(actor, participant);
        return add(actor, participant, goalId, text);
    }

    /** As {@link #addStep}, within a change that has begun. */
    StepId add(Actor actor, ParticipantId participant, GoalId goalId, StepText text) {
        Goal goal = goals.findForUpdate(goalId.value(), participant.value()).orElseThrow(NotFound::new);
        goal.checkOpen();
        Integer last = steps.lastPosition(goalId.value());
        Step step = new Step(StepId.next(), goal, text, last == null ? 1 : last + 1, actor.id(), desk.now());
        desk.add(step);
        end(actor, Trail.Action.CREATED, step, goal);
        return step.id();
    }

    /** Says a step in other words. */
    public void rewordStep(Actor actor, ParticipantId participant, StepId id, long version, StepText text) {
        desk.begin(actor, participant);
        Step step = load(id, participant);
        Goal goal = openGoal(step, participant);
        StaleVersion.check(step.version(), version);
        step.reword(text);
        end(actor, Trail.Action.CHANGED, step, goal);
    }

    /** Ticks a step; ticking it twice, or by two people at once, is harmless. */
    public Marked finishStep(Actor actor, ParticipantId participant, StepId id) {
        return markStep(actor, participant, id, StepStatus.DONE);
    }

    /** Says how a step stands. */
    public Marked markStep(Actor actor, ParticipantId participant, StepId id, StepStatus status) {
        desk.begin(actor, participant);
        Step step = load(id, participant);
        Goal goal = openGoal(step, participant);
        boolean wasDone = step.status() == StepStatus.DONE;
        boolean changed = step.mark(status, actor.id(), desk.today(), desk.now());
        if (changed) {
            if (status != StepStatus.NOT_STARTED) {
                desk.inAction(participant);
            }
            end(actor, Trail.Action.CHANGED, step, goal);
            tell(participant, step, wasDone);
        }
        return new Marked(id, step.goal(), step.title(), step.status(), changed);
    }

    /** Takes a tick back: the step stands as it stood before. */
    public Marked undoStep(Actor actor, ParticipantId participant, StepId id) {
        desk.begin(actor, participant);
        Step step = load(id, participant);
        Goal goal = openGoal(step, participant);
        boolean changed = step.undo();
        if (changed) {
            end(actor, Trail.Action.UNDONE, step, goal);
            tell(participant, step, true);
        }
        return new Marked(id, step.goal(), step.title(), step.status(), changed);
    }

    private void tell(ParticipantId participant, Step step, boolean wasDone) {
        if (step.status() == StepStatus.DONE) {
            desk.tell(new PlanNews.StepFinished(participant, step.goal(), step.id()));
        } else if (wasDone) {
            desk.tell(new PlanNews.StepReopened(participant, step.goal(), step.id()));
        }
    }

    private Step load(StepId id, ParticipantId participant) {
        return steps.findForUpdate(id.value(), participant.value()).orElseThrow(NotFound::new);
    }

    private Goal openGoal(Step step, ParticipantId participant) {
        Goal goal = goals.findByIdAndParticipantId(step.goal().value(), participant.value())
                .orElseThrow(NotFound::new);
        goal.checkOpen();
        return goal;
    }

    private void end(Actor actor, Trail.Action action, Step step, Goal goal) {
        desk.end(actor, action, STEP, step.id().value(), goal.participant(), goal.planId());
    }
}
