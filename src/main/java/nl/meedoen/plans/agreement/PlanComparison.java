package nl.meedoen.plans.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.StepStatus;
import org.jspecify.annotations.Nullable;

/** What became different between two moments of one plan. */
final class PlanComparison {

    /** What kind of difference; with its symbol. */
    enum DifferenceKind {
        WISH("edit"),
        GOAL_NEW("plus"),
        GOAL_ACHIEVED("check"),
        GOAL_ADJUSTED("edit"),
        GOAL_DROPPED("stop"),
        GOAL_CHANGED("edit"),
        STEP_NEW("plus"),
        STEP_DONE("check"),
        STEP_CHANGED("edit");

        private final String icon;

        DifferenceKind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }
    }

    /**
     * One difference.
     *
     * @param title the goal or step as it is called now
     * @param more how it was called before, or why it ended; null when there is no more to say
     */
    record Difference(
            DifferenceKind kind, String title, @Nullable String more) {}

    private PlanComparison() {}

    /** The differences, in the order of the later plan: the wish, then goal by goal. */
    static List<Difference> between(PlanSnapshot before, PlanSnapshot after) {
        List<Difference> found = new ArrayList<>();
        if (!Objects.equals(before.wish(), after.wish())) {
            found.add(new Difference(DifferenceKind.WISH, after.wish() == null ? "–" : after.wish(), before.wish()));
        }
        Map<UUID, PlanSnapshot.Goal> goals = new LinkedHashMap<>();
        Map<UUID, PlanSnapshot.Step> steps = new LinkedHashMap<>();
        before.goals().forEach(goal -> {
            goals.put(goal.id(), goal);
            goal.steps().forEach(step -> steps.put(step.id(), step));
        });
        for (PlanSnapshot.Goal goal : after.goals()) {
            goal(goals.get(goal.id()), goal, found);
            for (PlanSnapshot.Step step : goal.steps()) {
                step(steps.get(step.id()), step, found);
            }
        }
        return found;
    }

    private static void goal(PlanSnapshot.@Nullable Goal was, PlanSnapshot.Goal is, List<Difference> found) {
        if (was == null) {
            found.add(new Difference(DifferenceKind.GOAL_NEW, is.title(), null));
        } else if (!was.saysTheSameAs(is)) {
            found.add(new Difference(
                    DifferenceKind.GOAL_CHANGED, is.title(), was.title().equals(is.title()) ? null : was.title()));
        }
        boolean ended = is.state() != GoalState.OPEN && (was == null || was.state() != is.state());
        if (ended) {
            DifferenceKind kind = switch (is.state()) {
                case ACHIEVED -> DifferenceKind.GOAL_ACHIEVED;
                case ADJUSTED -> DifferenceKind.GOAL_ADJUSTED;
                case DROPPED, OPEN -> DifferenceKind.GOAL_DROPPED;
            };
            found.add(new Difference(kind, is.title(), is.reason()));
        }
    }

    private static void step(PlanSnapshot.@Nullable Step was, PlanSnapshot.Step is, List<Difference> found) {
        if (was == null) {
            found.add(new Difference(DifferenceKind.STEP_NEW, is.title(), null));
        } else if (!was.saysTheSameAs(is)) {
            found.add(new Difference(
                    DifferenceKind.STEP_CHANGED, is.title(), was.title().equals(is.title()) ? null : was.title()));
        }
        if (is.status() == StepStatus.DONE && was != null && was.status() != StepStatus.DONE) {
            found.add(new Difference(DifferenceKind.STEP_DONE, is.title(), null));
        }
    }
}
