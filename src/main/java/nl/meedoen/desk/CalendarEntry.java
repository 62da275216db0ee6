package nl.meedoen.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Something with a day or an hour that belongs in somebody's own calendar. Calendars are copied to telephones and to
 * other firms' servers: of a participant it says the first name and nothing more.
 *
 * @param id stays the same when it is moved or cancelled
 * @param sequence goes up with each change
 * @param when the day, or the first of its days
 * @param begins null for what lasts all day
 * @param path the page that it is about
 */
public record CalendarEntry(
        UUID id,
        long sequence,
        LocalDate when,
        @Nullable Instant begins,
        Duration lasts,
        String title,
        @Nullable String place,
        String path,
        boolean cancelled) {

    /** Filled by each room. Read inside the transaction of whose calendar it is. */
    public interface Source {

        /** What stands in the actor's own calendar between two days, at most five hundred entries. */
        List<CalendarEntry> of(Actor actor, LocalDate from, LocalDate until);
    }

    /** The first word of a name: the most of it that leaves the application. */
    public static String firstName(String name) {
        return name.strip().split("\\s+")[0];
    }
}
