package nl.meedoen.training.attendance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.training.AttendanceMark;
import nl.meedoen.training.Attendances;
import nl.meedoen.training.SessionId;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads everybody who belongs in a session with what is known of their attendance, in two statements. */
@Component
class AttendancePages {

    private record Read(AttendancePage.Row row, @Nullable String by) {}

    /** The page and, by participant, who saved each mark. */
    record Saved(AttendancePage page, Map<UUID, String> by) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Trail trail;
    private final Clock clock;

    AttendancePages(JdbcClient jdbc, Vault vault, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.trail = trail;
        this.clock = clock;
    }

    /** Not read-only: the trail keeps that the list of names was shown. */
    @Transactional
    AttendancePage show(Actor actor, SessionId id) {
        AttendancePage page = read(actor, id).page();
        trail.note(actor, Trail.Action.LISTED, "training.attendance", id.value());
        return page;
    }

    @Transactional(readOnly = true)
    Saved read(Actor actor, SessionId id) {
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        Map<UUID, String> by = new HashMap<>();
        List<Read> found = jdbc.sql("""
                        select m.participant_id, g.name, g.number, k.mark, k.minutes, k.reason, a.name
                        from session s join cohort_member m on m.cohort_id = s.cohort_id and not m.waiting
                             join glance g on g.participant_id = m.participant_id
                             left join attendance k on k.session_id = s.id and k.participant_id = m.participant_id
                             left join account a on a.id = k.recorded_by
                        where s.id = ? and (k.mark is not null or m.from_on <= s.held_on
                                            and (m.until_on is null or m.until_on >= s.held_on))
                        order by g.sort_name, m.participant_id
                        """)
                .param(id.value())
                .query((row, n) -> {
                    String mark = row.getString(4);
                    int minutes = row.getInt(5);
                    Integer late = row.wasNull() ? null : Integer.valueOf(minutes);
                    Attendances.Entry entry = mark == null
                            ? null
                            : new Attendances.Entry(AttendanceMark.valueOf(mark), late, vault.open(row.getBytes(6)));
                    return new Read(
                            new AttendancePage.Row(
                                    row.getObject(1, UUID.class),
                                    row.getString(2),
                                    row.getString(3),
                                    entry == null ? null : entry.mark(),
                                    late == null ? null : late.toString(),
                                    entry == null ? null : entry.reason(),
                                    Attendances.Entry.token(entry),
                                    null,
                                    null),
                            row.getString(7));
                })
                .list();
        for (Read one : found) {
            if (one.by() != null) {
                by.put(one.row().participant(), one.by());
            }
        }
        List<AttendancePage.Row> rows = found.stream().map(Read::row).distinct().toList();
        AttendancePage page = CohortScope.of(actor)
                .bind(jdbc.sql("""
                        select s.id, c.id, c.name, l.name,
                               (select string_agg(a.name, ', ' order by a.name) from cohort_trainer t
                                join account a on a.id = t.account_id where t.cohort_id = c.id),
                               s.number, s.title, s.held_on, s.starts_at, s.ends_at, s.place, s.state
                        from session s join cohort c on c.id = s.cohort_id join location l on l.id = c.location_id
                        where s.id = :id and""" + CohortScope.SQL))
                .param("id", id.value())
                .query((row, n) -> new AttendancePage(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getObject(8, LocalDate.class),
                        row.getObject(9, LocalTime.class),
                        row.getObject(10, LocalTime.class),
                        row.getString(11),
                        "CANCELLED".equals(row.getString(12)),
                        row.getObject(8, LocalDate.class).isAfter(today),
                        rows))
                .optional()
                .orElseThrow(NotFound::new);
        return new Saved(page, by);
    }
}
