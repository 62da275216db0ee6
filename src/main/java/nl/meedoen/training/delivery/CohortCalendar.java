package nl.meedoen.training.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.training.CohortId;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.webkit.CalendarFile;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of a group as a file for any calendar. It names no participant. */
@Component
@Transactional(readOnly = true)
public class CohortCalendar {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    /** Amsterdam's clock since 1996; calendars that know the name use their own. */
    private static final String ZONE = """
            BEGIN:VTIMEZONE
            TZID:Europe/Amsterdam
            BEGIN:DAYLIGHT
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            TZNAME:CEST
            DTSTART:19960331T020000
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            BEGIN:STANDARD
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            TZNAME:CET
            DTSTART:19961027T030000
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            END:VTIMEZONE
            """;

    private record Event(
            UUID id,
            String group,
            int number,
            String title,
            LocalDate on,
            LocalTime startsAt,
            LocalTime endsAt,
            String place,
            boolean cancelled,
            long version) {}

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    CohortCalendar(JdbcClient jdbc, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** All sessions of a group; a cancelled one says so, so that calendars that had it take it out. */
    public String of(Actor actor, CohortId cohort) {
        List<Event> events = CohortScope.of(actor)
                .bind(jdbc.sql("""
                        select s.id, c.name, s.number, s.title, s.held_on, s.starts_at, s.ends_at, s.place,
                               s.state = 'CANCELLED', s.version
                        from session s join cohort c on c.id = s.cohort_id
                        where c.id = :id and""" + CohortScope.SQL + "order by s.held_on, s.number"))
                .param("id", cohort.value())
                .query((row, n) -> new Event(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalTime.class),
                        row.getObject(7, LocalTime.class),
                        row.getString(8),
                        row.getBoolean(9),
                        row.getLong(10)))
                .list();
        if (events.isEmpty()) {
            throw new NotFound();
        }
        CalendarFile file = new CalendarFile().lines("METHOD:PUBLISH");
        ZONE.lines().forEach(file::lines);
        String stamp = LOCAL.withZone(ZoneOffset.UTC).format(clock.instant()) + "Z";
        events.forEach(event -> add(file, event, stamp));
        return file.ended();
    }

    private void add(CalendarFile file, Event event, String stamp) {
        file.lines(
                        "BEGIN:VEVENT",
                        "UID:" + event.id() + "@meedoen",
                        "DTSTAMP:" + stamp,
                        "SEQUENCE:" + event.version(),
                        "DTSTART;TZID=Europe/Amsterdam:"
                                + LOCAL.format(event.on().atTime(event.startsAt())),
                        "DTEND;TZID=Europe/Amsterdam:" + LOCAL.format(event.on().atTime(event.endsAt())))
                .text("SUMMARY", texts.of("training.calendar.summary", event.group(), event.number(), event.title()))
                .text("LOCATION", event.place())
                .lines("STATUS:" + (event.cancelled() ? "CANCELLED" : "CONFIRMED"), "END:VEVENT");
    }
}
