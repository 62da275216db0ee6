package nl.meedoen.plans.reviews;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When reviews are due. The final one is a year after the plan was made, or four weeks before the integration term ends
 * when that is sooner; the half-way one is in the middle of that; the others come every so many weeks.
 *
 * @param begins the day on which the plan was made
 * @param termEnds the end of the integration term; null where it is not known
 */
public record ReviewCalendar(
        LocalDate begins, int everyWeeks, @Nullable LocalDate termEnds) {

    /** Weeks between reviews when nobody says otherwise. */
    public static final int USUAL_WEEKS = 6;

    private static final int PROGRAMME_WEEKS = 52;
    private static final int BEFORE_TERM_WEEKS = 4;

    /** A regular review this near to half-way or the end makes room for it. */
    private static final int NEAR_WEEKS = 2;

    /** A review that is over. */
    public record Past(ReviewKind kind, LocalDate on) {}

    /** A review to come. */
    public record Due(ReviewKind kind, LocalDate on) {}

    /** The day of the final review. */
    public LocalDate finalOn() {
        LocalDate last = begins.plusWeeks(PROGRAMME_WEEKS);
        if (termEnds != null && termEnds.minusWeeks(BEFORE_TERM_WEEKS).isBefore(last)) {
            last = termEnds.minusWeeks(BEFORE_TERM_WEEKS);
        }
        LocalDate soonest = begins.plusWeeks(everyWeeks);
        return workday(last.isBefore(soonest) ? soonest : last);
    }

    /** The day of the half-way review. */
    public LocalDate halfwayOn() {
        return workday(begins.plusDays(ChronoUnit.DAYS.between(begins, finalOn()) / 2));
    }

    /** The review that comes after these; null when the final one was had. */
    public @Nullable Due next(List<Past> past) {
        if (past.stream().anyMatch(one -> one.kind() == ReviewKind.FINAL)) {
            return null;
        }
        LocalDate last = past.stream().map(Past::on).max(LocalDate::compareTo).orElse(begins);
        LocalDate regular = workday(last.plusWeeks(everyWeeks));
        if (near(regular, finalOn())) {
            return new Due(ReviewKind.FINAL, last.isBefore(finalOn()) ? finalOn() : regular);
        }
        boolean halfwayHad = past.stream().anyMatch(one -> one.kind() == ReviewKind.HALFWAY);
        if (!halfwayHad && near(regular, halfwayOn())) {
            return new Due(ReviewKind.HALFWAY, last.isBefore(halfwayOn()) ? halfwayOn() : regular);
        }
        return new Due(ReviewKind.REGULAR, regular);
    }

    private static boolean near(LocalDate regular, LocalDate milestone) {
        return !regular.plusWeeks(NEAR_WEEKS).isBefore(milestone);
    }

    private static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.plusDays(2)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }
}
