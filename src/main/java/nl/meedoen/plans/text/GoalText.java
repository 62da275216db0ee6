package nl.meedoen.plans.text;

import java.time.LocalDate;
import nl.meedoen.plans.GoalDomain;
import org.jspecify.annotations.Nullable;

/**
 * What people write about a goal.
 *
 * @param measure by what they will see that it was reached
 */
public record GoalText(
        GoalDomain domain,
        String title,
        @Nullable String why,
        @Nullable String measure,
        @Nullable LocalDate targetOn) {}
