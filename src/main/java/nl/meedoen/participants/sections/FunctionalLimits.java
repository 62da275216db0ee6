package nl.meedoen.participants.sections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can do less long or less easily, and what helps: in fixed words, so that nobody writes a diagnosis.
 *
 * @param any whether there is something; null when it was not asked
 */
public record FunctionalLimits(@Nullable Boolean any, List<Limit> limits, List<Aid> aids) {

    /** What goes less easily. */
    public enum Limit {
        STANDING,
        WALKING,
        SITTING,
        LIFTING,
        HANDS,
        SEEING,
        HEARING,
        CONCENTRATING,
        REMEMBERING,
        BUSY_PLACES,
        TIME_PRESSURE,
        TRAVELLING
    }

    /** What helps. */
    public enum Aid {
        BREAKS,
        SHORT_DAYS,
        FIXED_TIMES,
        QUIET_PLACE,
        SEATED_WORK,
        STEP_BY_STEP,
        ADAPTED_PLACE
    }
}
