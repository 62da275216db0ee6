package nl.meedoen.plans.outline;

import java.util.Arrays;
import java.util.List;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.StepOwner;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A goal of an outline.
 *
 * @param weeks after the beginning, when it should be reached; null where that is left open
 */
public record OutlineGoal(
        GoalDomain domain,
        String title,
        @Nullable String why,
        @Nullable String measure,
        @Nullable Integer weeks,
        List<Step> steps) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A step of it.
     *
     * @param weeks after the beginning, when it is due; null where that is left open
     */
    public record Step(
            String title, StepOwner owner, @Nullable Integer weeks) {}

    static String write(List<OutlineGoal> goals) {
        return JSON.writeValueAsString(goals);
    }

    static List<OutlineGoal> read(String text) {
        return Arrays.asList(JSON.readValue(text, OutlineGoal[].class));
    }
}
