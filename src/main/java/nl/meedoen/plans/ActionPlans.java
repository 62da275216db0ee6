package nl.meedoen.plans;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.domain.Goal;
import nl.meedoen.plans.domain.GoalRepository;
import nl.meedoen.plans.domain.Plan;
import nl.meedoen.plans.domain.Step;
import nl.meedoen.plans.domain.StepRepository;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The wish and the goals of a participant's plan. Every change throws {@link NotFound} for whoever is out of reach and
 * {@link nl.meedoen.webkit.RuleBroken} when the enrolment takes no more changes.
 */
@Service
@Transactional
public class ActionPlans {

    private static final String GOAL = "plans.goal";

    private final PlanDesk desk;
    private final GoalRepository goals;
    private final StepRepository steps;

    ActionPlans(PlanDesk desk, GoalRepository goals, StepRepository steps) {
        this.desk = desk;
        this.goals = goals;
        this.steps = steps;
    }

    /**
     * Writes what the participant wants, in their own words; null takes it away.
     *
     * @param version as it was read; 0 where there was no plan yet
     */
    public void writeWish(Actor actor, ParticipantId participant, long version, @Nullable String wish) {
        writeWish(actor, participant, version, wish, null);
    }

    /**
     * As {@link #writeWish(Actor, ParticipantId, long, String)}, in a language that is known.
     *
     * @param language ISO 639 code
     */
    public void writeWish(
            Actor actor, ParticipantId participant, long version, @Nullable String wish, @Nullable String language) {
        desk.begin(actor, participant);
        Plan plan = desk.plan(actor, participant);
        StaleVersion.check(plan.version(), version);
        plan.wish(wish, language, actor.id(), desk.today());
        desk.trail(actor, Trail.Action.CHANGED, "plans.wish", plan.id(), participant);
    }

    /** Adds a goal with its first steps; with the first goal the plan is made. */
    public GoalId addGoal(Actor actor, ParticipantId participant, GoalText text, List<StepText> firstSteps) {
        desk.begin(actor, participant);
        Plan plan = desk.plan(actor, participant);
        Goal goal = newGoal(actor, plan, text);
        int position = 0;
        for (StepText step : firstSteps) {
            desk.add(new Step(StepId.next(), goal, step, ++position, actor.id(), desk.now()));
        }
        desk.planMade(participant);
        desk.end(actor, Trail.Action.CREATED, GOAL, goal.id().value(), participant, plan.id());
        return goal.id();
    }

    /** Says a goal in other words. */
    public void rewordGoal(Actor actor, ParticipantId participant, GoalId id, long version, GoalText text) {
        desk.begin(actor, participant);
        Goal goal = load(id, participant);
        StaleVersion.check(goal.version(), version);
        goal.reword(text);
        end(actor, Trail.Action.CHANGED, goal);
    }

    /** The goal was reached; its open steps no longer ask for attention. */
    public String achieveGoal(Actor actor, ParticipantId participant, GoalId id) {
        desk.begin(actor, participant);
        Goal goal = load(id, participant);
        goal.achieve(actor.id(), desk.now());
        end(actor, Trail.Action.CHANGED, goal);
        desk.tell(new PlanNews.GoalAchieved(participant, id, goal.text().domain()));
        return goal.title();
    }

    /** The goal was given up, for a reason. */
    public String dropGoal(Actor actor, ParticipantId participant, GoalId id, String reason) {
        desk.begin(actor, participant);
        Goal goal = load(id, participant);
        goal.drop(reason, actor.id(), desk.now());
        end(actor, Trail.Action.CHANGED, goal);
        return goal.title();
    }

    /**
     * The goal becomes another one: the old one stays to be read with the reason, its open steps go along.
     *
     * @return the goal that it became
     */
    public GoalId adjustGoal(
            Actor actor, ParticipantId participant, GoalId id, long version, String reason, GoalText text) {
        desk.begin(actor, participant);
        Goal goal = load(id, participant);
        StaleVersion.check(goal.version(), version);
        goal.checkOpen();
        Goal next = newGoal(actor, desk.plan(actor, participant), text);
        for (Step step : steps.findOpen(id.value())) {
            step.follow(next.id());
        }
        goal.replace(next.id(), reason, actor.id(), desk.now());
        end(actor, Trail.Action.CHANGED, next);
        return next.id();
    }

    /** Takes back that a goal was reached or given up. */
    public String reopenGoal(Actor actor, ParticipantId participant, GoalId id) {
        desk.begin(actor, participant);
        Goal goal = load(id, participant);
        goal.reopen();
        end(actor, Trail.Action.UNDONE, goal);
        return goal.title();
    }

    private Goal newGoal(Actor actor, Plan plan, GoalText text) {
        Integer last = goals.lastPosition(plan.id());
        Goal goal = new Goal(GoalId.next(), plan, text, last == null ? 1 : last + 1, actor.id(), desk.now());
        desk.add(goal);
        return goal;
    }

    private Goal load(GoalId id, ParticipantId participant) {
        UUID person = participant.value();
        return goals.findForUpdate(id.value(), person).orElseThrow(NotFound::new);
    }

    private void end(Actor actor, Trail.Action action, Goal goal) {
        desk.end(actor, action, GOAL, goal.id().value(), goal.participant(), goal.planId());
    }
}
