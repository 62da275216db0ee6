package nl.meedoen.training.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meedoen.kernel.PublicHoliday;

/**
 * The days of a group's sessions: one a week, on the weekday of the first, not on a public holiday.
 *
 * @param dates in order
 * @param skipped the holidays that were passed over
 */
public record SessionDates(List<LocalDate> dates, List<Skipped> skipped) {

    /** A day without a session and why. */
    public record Skipped(LocalDate day, PublicHoliday holiday) {}

    /** So many sessions from a day on; a holiday moves all that come after it by a week. */
    public static SessionDates weekly(LocalDate first, int count) {
        List<LocalDate> dates = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (LocalDate day = first; dates.size() < count; day = day.plusWeeks(1)) {
            Optional<PublicHoliday> holiday = PublicHoliday.on(day);
            if (holiday.isPresent()) {
                skipped.add(new Skipped(day, holiday.get()));
            } else {
                dates.add(day);
            }
        }
        return new SessionDates(dates, skipped);
    }

    public LocalDate first() {
        return dates.get(0);
    }

    public LocalDate last() {
        return dates.get(dates.size() - 1);
    }
}
