package nl.meedoen.notices.digest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import nl.meedoen.kernel.PublicHoliday;

/** How often somebody wants a digest. */
public enum DigestRhythm {
    /** Every working day. */
    DAILY,
    /** On the first working day of the week; what holds for whoever chose nothing. */
    WEEKLY,
    NONE;

    /** Whether a digest goes on this day. */
    public boolean on(LocalDate day) {
        return switch (this) {
            case DAILY -> works(day);
            case WEEKLY ->
                works(day)
                        && day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                                .datesUntil(day)
                                .noneMatch(DigestRhythm::works);
            case NONE -> false;
        };
    }

    private static boolean works(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && PublicHoliday.on(day).isEmpty();
    }
}
