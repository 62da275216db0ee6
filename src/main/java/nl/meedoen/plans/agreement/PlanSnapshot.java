package nl.meedoen.plans.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.StepStatus;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A plan as it stood at one moment, with the goals that had ended by then. */
public record PlanSnapshot(@Nullable String wish, List<Goal> goals) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A goal with its steps. */
    public record Goal(
            UUID id,
            GoalDomain domain,
            String title,
            @Nullable String why,
            @Nullable String measure,
            @Nullable LocalDate targetOn,
            GoalState state,
            @Nullable String reason,
            List<Step> steps) {

        public boolean ongoing() {
            return state == GoalState.OPEN;
        }

        /** Whether somebody said it in other words or put it on another day. */
        public boolean saysTheSameAs(Goal other) {
            return title.equals(other.title)
                    && domain == other.domain
                    && java.util.Objects.equals(why, other.why)
                    && java.util.Objects.equals(measure, other.measure)
                    && java.util.Objects.equals(targetOn, other.targetOn);
        }
    }

    /** A step of it. */
    public record Step(
            UUID id,
            String title,
            StepOwner owner,
            @Nullable LocalDate dueOn,
            StepStatus status) {

        public boolean saysTheSameAs(Step other) {
            return title.equals(other.title) && owner == other.owner && java.util.Objects.equals(dueOn, other.dueOn);
        }
    }

    /** Whether there is something to agree on. */
    public boolean hasOpenGoals() {
        return goals.stream().anyMatch(Goal::ongoing);
    }

    /** The text that is sealed and kept. */
    public String text() {
        return JSON.writeValueAsString(this);
    }

    /** The plan of such a text. */
    static PlanSnapshot read(String text) {
        return JSON.readValue(text, PlanSnapshot.class);
    }
}
