package nl.meedoen.training.delivery.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.privacy.Trail;
import nl.meedoen.training.CohortId;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.training.delivery.domain.SessionState;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads one group with everything on its page, in three statements. */
@Component
class CohortPages {

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    CohortPages(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    private record Line(boolean waiting, CohortPage.MemberRow row) {}

    /** Not read-only: it leaves a line in the trail that the members' names were shown. */
    @Transactional
    CohortPage cohort(Actor actor, CohortId id) {
        List<CohortPage.SessionRow> sessions = sessions(id);
        List<Line> members = members(id);
        CohortPage page = CohortScope.of(actor)
                .bind(jdbc.sql("""
                        select c.id, c.name, l.name, c.place, c.starts_on, c.ends_on, c.starts_at, c.ends_at, c.capacity,
                               (select string_agg(a.name, ', ' order by a.name) from cohort_trainer t
                                join account a on a.id = t.account_id where t.cohort_id = c.id),
                               (select count(*) from cohort_member m
                                where m.cohort_id = c.id and m.waiting and m.until_on is null)
                        from cohort c join location l on l.id = c.location_id
                        where c.id = :id and""" + CohortScope.SQL))
                .param("id", id.value())
                .query((row, n) -> new CohortPage(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(10),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalTime.class),
                        row.getObject(8, LocalTime.class),
                        row.getInt(9),
                        sessions,
                        pick(members, false),
                        pick(members, true),
                        row.getInt(11),
                        actor.may(Permission.COHORT_PLAN)))
                .optional()
                .orElseThrow(NotFound::new);
        trail.note(actor, Trail.Action.LISTED, "training.cohort", id.value());
        return page;
    }

    private List<CohortPage.SessionRow> sessions(CohortId id) {
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        List<CohortPage.SessionRow> rows = jdbc.sql("""
                        select s.id, s.number, s.title, s.held_on, s.starts_at, s.ends_at, s.place, s.state, s.moved_from,
                               (select count(*) from attendance a
                                where a.session_id = s.id and a.mark in ('PRESENT', 'LATE')),
                               (select count(*) from attendance a where a.session_id = s.id),
                               (select count(*) from session_call k where k.session_id = s.id and k.told_at is null)
                        from session s where s.cohort_id = ? order by s.held_on, s.number
                        """)
                .param(id.value())
                .query((row, n) -> session(row, today))
                .list();
        boolean[] found = {false};
        return rows.stream()
                .map(row -> {
                    boolean next = !found[0]
                            && row.state() == SessionState.PLANNED
                            && !row.heldOn().isBefore(today);
                    found[0] |= next;
                    return next ? asNext(row) : row;
                })
                .toList();
    }

    private static CohortPage.SessionRow session(ResultSet row, LocalDate today) throws SQLException {
        SessionState state = SessionState.valueOf(row.getString(8));
        LocalDate on = row.getObject(4, LocalDate.class);
        return new CohortPage.SessionRow(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                on,
                row.getObject(5, LocalTime.class),
                row.getObject(6, LocalTime.class),
                row.getString(7),
                state,
                row.getObject(9, LocalDate.class),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12),
                false,
                state == SessionState.PLANNED && !on.isAfter(today));
    }

    private static CohortPage.SessionRow asNext(CohortPage.SessionRow s) {
        return new CohortPage.SessionRow(
                s.id(),
                s.number(),
                s.title(),
                s.heldOn(),
                s.startsAt(),
                s.endsAt(),
                s.place(),
                s.state(),
                s.movedFrom(),
                s.attended(),
                s.marked(),
                s.openCalls(),
                true,
                s.due());
    }

    private List<Line> members(CohortId id) {
        return jdbc.sql("""
                        select m.waiting, m.id, m.participant_id, g.name, g.number, p.phone, m.from_on, x.held, x.attended
                        from cohort_member m join glance g on g.participant_id = m.participant_id
                             join participant p on p.id = m.participant_id
                             cross join lateral (
                                select count(*) held, count(*) filter (where a.mark in ('PRESENT', 'LATE')) attended
                                from session s left join attendance a
                                     on a.session_id = s.id and a.participant_id = m.participant_id
                                where s.cohort_id = m.cohort_id and s.state = 'HELD' and s.held_on >= m.from_on) x
                        where m.cohort_id = ? and m.until_on is null
                        order by m.waiting, case when m.waiting then m.queued_at end, g.sort_name, m.id
                        """)
                .param(id.value())
                .query((row, n) -> new Line(
                        row.getBoolean(1),
                        new CohortPage.MemberRow(
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, LocalDate.class),
                                row.getInt(8),
                                row.getInt(9),
                                percent(row.getInt(8), row.getInt(9)))))
                .list();
    }

    private static @Nullable Integer percent(int held, int attended) {
        return held == 0 ? null : Math.round(100f * attended / held);
    }

    private static List<CohortPage.MemberRow> pick(List<Line> lines, boolean waiting) {
        List<CohortPage.MemberRow> rows = new ArrayList<>();
        for (Line line : lines) {
            if (line.waiting() == waiting) {
                rows.add(line.row());
            }
        }
        return rows;
    }
}
