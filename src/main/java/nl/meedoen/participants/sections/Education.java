package nl.meedoen.participants.sections;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A school or course.
 *
 * @param level ISCED 2011, 0 to 8
 * @param country ISO 3166
 * @param valuedAs what the diploma is worth in the Netherlands, as IDW wrote
 */
public record Education(
        int level,
        @Nullable String title,
        @Nullable String country,
        @Nullable Integer untilYear,
        Diploma diploma,
        Valuation valuation,
        @Nullable String valuedAs,
        @Nullable LocalDate valuedOn,
        @Nullable LocalDate valuedUntil) {

    /** Whether there is a diploma. */
    public enum Diploma {
        YES,
        LOST,
        NO,
        BUSY
    }

    /** Whether IDW (Internationale Diplomawaardering) valued it. */
    public enum Valuation {
        NONE,
        REQUESTED,
        GIVEN
    }
}
