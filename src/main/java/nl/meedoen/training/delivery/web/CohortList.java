package nl.meedoen.training.delivery.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the list of groups: running, coming or ended, in two statements. */
@Component
@Transactional(readOnly = true)
class CohortList {

    private static final int ROWS = 25;

    /** Which groups, as a condition on the day. */
    enum State {
        RUNNING("c.starts_on <= :today and c.ends_on >= :today"),
        COMING("c.starts_on > :today"),
        ENDED("c.ends_on < :today");

        private final String sql;

        State(String sql) {
            this.sql = sql;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static @Nullable State of(@Nullable String code) {
            for (State state : values()) {
                if (state.code().equals(code)) {
                    return state;
                }
            }
            return null;
        }
    }

    /** What the address asks for; a cursor before which, or after which, the page lies. */
    record Question(
            @Nullable String state,
            @Nullable String q,
            @Nullable String after,
            @Nullable String before) {}

    private record Counts(int running, int coming, int ended) {

        public int of(State state) {
            return switch (state) {
                case RUNNING -> running;
                case COMING -> coming;
                case ENDED -> ended;
            };
        }
    }

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    CohortList(JdbcClient jdbc, Texts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    CohortsPage page(Actor actor, Question question) {
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        Counts counts = counts(actor, today);
        State asked = State.of(question.state());
        State state =
                asked != null ? asked : counts.running() == 0 && counts.coming() > 0 ? State.COMING : State.RUNNING;
        Cursor after = Cursor.parse(question.after(), 2);
        Cursor before = after == null ? Cursor.parse(question.before(), 2) : null;
        List<CohortsPage.Row> rows = new ArrayList<>(
                read(actor, state, question.q(), today, after == null ? before : after, before != null));
        boolean more = rows.size() > ROWS;
        if (more) {
            rows.remove(ROWS);
        }
        if (before != null) {
            Collections.reverse(rows);
        }
        boolean back = before == null ? after != null : more;
        boolean forth = before != null || more;
        String base = "/cohorts?state=" + state.code()
                + (question.q() == null ? "" : "&q=" + URLEncoder.encode(question.q(), StandardCharsets.UTF_8));
        List<CohortsPage.View> views = new ArrayList<>();
        for (State one : State.values()) {
            views.add(new CohortsPage.View(
                    "/cohorts?state=" + one.code(),
                    texts.of("training.cohorts." + one.code()),
                    counts.of(one),
                    one == state));
        }
        return new CohortsPage(
                views,
                state.code(),
                question.q(),
                rows,
                back && !rows.isEmpty() ? base + "&before=" + cursor(rows.get(0)) : null,
                forth && !rows.isEmpty() ? base + "&after=" + cursor(rows.get(rows.size() - 1)) : null,
                rows.isEmpty() ? null : texts.of("training.cohorts.shown", rows.size()),
                actor.may(Permission.COHORT_PLAN));
    }

    private Counts counts(Actor actor, LocalDate today) {
        return CohortScope.of(actor)
                .bind(jdbc.sql("select count(*) filter (where " + State.RUNNING.sql + "), count(*) filter (where "
                        + State.COMING.sql + "), count(*) filter (where " + State.ENDED.sql + ") from cohort c where "
                        + CohortScope.SQL))
                .param("today", today)
                .query((row, n) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    private List<CohortsPage.Row> read(
            Actor actor, State state, @Nullable String q, LocalDate today, @Nullable Cursor cursor, boolean backwards) {
        boolean ascending = (state == State.COMING) != backwards;
        LocalDate day = cursor == null ? null : date(cursor.values().get(0));
        UUID id = cursor == null ? null : uuid(cursor.values().get(1));
        return CohortScope.of(actor)
                .bind(jdbc.sql("""
                        select c.id, c.name, l.name, c.place,
                               (select string_agg(a.name, ', ' order by a.name) from cohort_trainer t
                                join account a on a.id = t.account_id where t.cohort_id = c.id),
                               c.starts_on, c.ends_on, c.starts_at, c.capacity, m.seated, m.waiting, s.held, s.total,
                               n.id, n.number, n.held_on, n.starts_at
                        from cohort c join location l on l.id = c.location_id
                             cross join lateral (select count(*) filter (where not waiting) seated,
                                count(*) filter (where waiting) waiting
                                from cohort_member where cohort_id = c.id and until_on is null) m
                             cross join lateral (select count(*) filter (where state = 'HELD') held,
                                count(*) filter (where state <> 'CANCELLED') total
                                from session where cohort_id = c.id) s
                             left join lateral (select id, number, held_on, starts_at from session
                                where cohort_id = c.id and state = 'PLANNED' and held_on >= :today
                                order by held_on limit 1) n on true
                        where""" + CohortScope.SQL + " and " + state.sql
                        + """
                          and (cast(:q as text) is null
                               or unaccent(concat_ws(' ', c.name, c.place, l.name)) ilike '%%' || unaccent(:q) || '%%')
                          and (cast(:day as date) is null or (c.starts_on, c.id) %1$s (cast(:day as date), cast(:after as uuid)))
                        order by c.starts_on %2$s, c.id %2$s limit :rows
                        """.formatted(ascending ? ">" : "<", ascending ? "asc" : "desc")))
                .param("today", today)
                .param("q", q == null ? null : q.replaceAll("([\\\\%_])", "\\\\$1"))
                .param("day", id == null ? null : day)
                .param("after", id == null ? null : id.toString())
                .param("rows", ROWS + 1)
                .query((row, n) -> row(row))
                .list();
    }

    private static CohortsPage.Row row(ResultSet row) throws SQLException {
        return new CohortsPage.Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalTime.class),
                row.getInt(9),
                row.getInt(10),
                row.getInt(11),
                row.getInt(12),
                row.getInt(13),
                row.getObject(14, UUID.class),
                row.getInt(15),
                row.getObject(16, LocalDate.class),
                row.getObject(17, LocalTime.class));
    }

    private static Cursor cursor(CohortsPage.Row row) {
        return Cursor.of(row.startsOn().toString(), row.id().toString());
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notOurs) {
            return null;
        }
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
