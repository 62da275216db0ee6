package nl.meedoen.plans.outline;

import java.util.List;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.plans.text.StepText;
import org.jspecify.annotations.Nullable;

/**
 * Goals that can be taken over into a plan.
 *
 * @param name of the outline; null for an earlier plan
 * @param mark by which the form says what was seen
 */
record Proposal(@Nullable String name, String mark, List<Goal> goals) {

    /**
     * A goal with its steps.
     *
     * @param key names it within the proposal
     * @param chosen whether it is taken over unless somebody says no
     */
    record Goal(String key, GoalText text, List<StepText> steps, boolean chosen) {}
}
