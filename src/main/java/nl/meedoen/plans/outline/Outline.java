package nl.meedoen.plans.outline;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.kernel.LearningRoute;
import org.jspecify.annotations.Nullable;

/**
 * A plan to begin from.
 *
 * @param location the name of who keeps it; null for what came with the application
 * @param everywhere whether other locations may use it
 * @param route for whom it is meant; null for whoever
 * @param revision counts how often it was written anew
 * @param own whether the reader may change it
 * @param retired whether it is no longer offered
 */
public record Outline(
        OutlineId id,
        @Nullable String location,
        boolean everywhere,
        @Nullable LearningRoute route,
        String name,
        int revision,
        List<OutlineGoal> goals,
        LocalDate on,
        @Nullable String by,
        boolean own,
        boolean retired,
        long version) {

    /** How many steps there are in all goals. */
    public int steps() {
        return goals.stream().mapToInt(goal -> goal.steps().size()).sum();
    }

    /** The message code of the route. */
    public String routeKey() {
        return "outline.route."
                + (route == null
                        ? "any"
                        : route.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
