package nl.meedoen.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of whole days.
 *
 * @param from the first day
 * @param until the last day, which still counts (Dutch: tot en met); null while no end is known
 */
public record Period(LocalDate from, @Nullable LocalDate until) {

    /** Refuses an end before the start: {@link IllegalArgumentException} "period.ends-before-start". */
    public Period {
        if (until != null && until.isBefore(from)) throw new IllegalArgumentException("period.ends-before-start");
    }

    /** A period without a known end. */
    public static Period since(LocalDate from) {
        return new Period(from, null);
    }

    /** Whether the day lies in this period; the first and the last day do. */
    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && (until == null || !date.isAfter(until));
    }

    /** Whether at least one day lies in both. */
    public boolean overlaps(Period other) {
        return (until == null || !other.from.isAfter(until)) && (other.until == null || !from.isAfter(other.until));
    }

    /** This period, ended on the given last day. */
    public Period endedOn(LocalDate lastDay) {
        return new Period(from, lastDay);
    }
}
