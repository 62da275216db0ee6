package nl.meedoen.training.delivery;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.desk.CalendarEntry;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions of a trainer's own groups; it names no participant. */
@Component
class SessionCalendar implements CalendarEntry.Source {

    private final JdbcClient jdbc;

    SessionCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CalendarEntry> of(Actor actor, LocalDate from, LocalDate until) {
        if (actor.role() != Role.TRAINER) {
            return List.of();
        }
        return CohortScope.of(actor)
                .bind(jdbc.sql("""
                        select s.id, s.version, s.held_on, s.starts_at, s.ends_at, c.name, s.title, s.place,
                               s.state = 'CANCELLED'
                        from session s join cohort c on c.id = s.cohort_id
                        where""" + CohortScope.SQL + """
                          and s.held_on >= :from and s.held_on < :until
                        order by s.held_on, s.starts_at, s.id limit 500
                        """))
                .param("from", from)
                .param("until", until)
                .query((row, n) -> {
                    LocalDate day = row.getObject(3, LocalDate.class);
                    LocalDateTime begins = day.atTime(row.getObject(4, LocalTime.class));
                    UUID id = row.getObject(1, UUID.class);
                    return new CalendarEntry(
                            id,
                            row.getLong(2),
                            day,
                            begins.atZone(Words.ZONE).toInstant(),
                            Duration.between(begins, day.atTime(row.getObject(5, LocalTime.class))),
                            row.getString(6) + ": " + row.getString(7),
                            row.getString(8),
                            "/sessions/" + id,
                            row.getBoolean(9));
                })
                .list();
    }
}
