package nl.meedoen.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
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
import org.jspecify.annotations.Nullable;
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

    /**
     * Where a step stands among the open ones of its goal.
     *
     * @param place counted from 1; 0 when it is done by now
     */
    public record Placed(StepId step, GoalId goal, String title, int place, int of) {}

    /**
     * Puts an open step before another one of its goal.
     *
     * @param before null: at the end; so does one that is not open in this goal any more
     */
    public Placed placeStep(Actor actor, ParticipantId participant, StepId id, @Nullable StepId before) {
        return reorder(actor, participant, id, (others, from) -> {
            int to = before == null ? -1 : others.indexOf(before.value());
            return to < 0 ? others.size() : to;
        });
    }

    /** Puts an open step one place higher or lower; at the end of the row it stays where it is. */
    public Placed moveStep(Actor actor, ParticipantId participant, StepId id, boolean up) {
        return reorder(actor, participant, id, (others, from) -> up ? from - 1 : from + 1);
    }

    /** @param to gives the new place among the others, from those and the present place */
    private Placed reorder(
            Actor actor, ParticipantId participant, StepId id, BiFunction<List<UUID>, Integer, Integer> to) {
        desk.begin(actor, participant);
        Step step =
                steps.findByIdAndParticipantId(id.value(), participant.value()).orElseThrow(NotFound::new);
        // whoever puts steps in order holds the goal, so that two orders do not mix
        Goal goal =
                goals.findForUpdate(step.goal().value(), participant.value()).orElseThrow(NotFound::new);
        goal.checkOpen();
        UUID goalId = goal.id().value();
        List<UUID> was = steps.openOrder(goalId);
        List<UUID> order = new ArrayList<>(was);
        if (order.remove(id.value())) {
            int place = to.apply(order, was.indexOf(id.value()));
            order.add(Math.max(0, Math.min(order.size(), place)), id.value());
        }
        if (!order.equals(was)) {
            for (int i = 0; i < order.size(); i++) {
                steps.place(order.get(i), goalId, i + 1);
            }
            end(actor, Trail.Action.CHANGED, step, goal);
        }
        return new Placed(id, goal.id(), step.title(), order.indexOf(id.value()) + 1, order.size());
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
