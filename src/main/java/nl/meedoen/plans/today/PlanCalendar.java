package nl.meedoen.plans.today;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.desk.CalendarEntry;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A coach's appointments and planned reviews with the own participants; of a coordinator the appointments that the
 * coordinator made.
 */
@Component
class PlanCalendar implements CalendarEntry.Source {

    private static final String APPOINTMENTS = """
            select a.id, a.participant_id, a.version, a.starts_at, a.minutes, a.title, a.place, a.cancelled_at, g.name
            from appointment a join glance g on g.participant_id = a.participant_id
            where %s and a.starts_at >= :from and a.starts_at < :until and (:coach or a.created_by = :me)
            order by a.starts_at, a.id limit 500
            """;

    private static final String REVIEWS = """
            select r.id, r.participant_id, r.version, r.due_on, g.name
            from glance g join review r on r.participant_id = g.participant_id and r.state = 'PLANNED'
            where %s and g.status in ('REGISTERED', 'INTAKE', 'ACTIVE') and r.due_on between :from and :until
            order by r.due_on, r.id limit 500
            """;

    private final ParticipantScope scope;
    private final JdbcClient jdbc;
    private final Texts texts;

    PlanCalendar(ParticipantScope scope, JdbcClient jdbc, Texts texts) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public List<CalendarEntry> of(Actor actor, LocalDate from, LocalDate until) {
        if (!actor.may(Permission.PLAN_EDIT)) {
            return List.of();
        }
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        boolean coach = actor.role() == Role.COACH;
        List<CalendarEntry> entries = new ArrayList<>(jdbc.sql(APPOINTMENTS.formatted(mine.sql()))
                .params(mine.params())
                .param("from", Timestamp.from(from.atStartOfDay(Words.ZONE).toInstant()))
                .param("until", Timestamp.from(until.atStartOfDay(Words.ZONE).toInstant()))
                .param("coach", coach)
                .param("me", actor.id().value())
                .query((row, n) -> appointment(row))
                .list());
        if (coach) {
            entries.addAll(jdbc.sql(REVIEWS.formatted(mine.sql()))
                    .params(mine.params())
                    .param("from", from)
                    .param("until", until)
                    .query((row, n) -> review(row))
                    .list());
        }
        return entries;
    }

    private CalendarEntry appointment(ResultSet row) throws SQLException {
        Instant begins = row.getTimestamp("starts_at").toInstant();
        return new CalendarEntry(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                begins.atZone(Words.ZONE).toLocalDate(),
                begins,
                Duration.ofMinutes(row.getInt("minutes")),
                CalendarEntry.firstName(row.getString("name")) + ": " + row.getString("title"),
                row.getString("place"),
                "/participants/" + row.getString("participant_id") + "/plan",
                row.getTimestamp("cancelled_at") != null);
    }

    private CalendarEntry review(ResultSet row) throws SQLException {
        return new CalendarEntry(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("due_on", LocalDate.class),
                null,
                Duration.ofDays(1),
                texts.of("plans.calendar.review", CalendarEntry.firstName(row.getString("name"))),
                null,
                "/participants/" + row.getString("participant_id") + "/reviews/" + row.getString("id"),
                false);
    }
}
