package nl.meedoen.plans.today;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.desk.Attention;
import nl.meedoen.participants.Glances;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What in plans needs somebody now: appointments of today, overdue steps (one row a participant), participants with whom
 * nobody spoke for {@link Glances#SILENT_DAYS} days, and updates that were begun and not saved.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class PlanAttention implements Attention.Source {

    /** Each kind takes the most urgent of each slice out of an index: nothing here grows with the number of people. */
    private static final String ROWS = """
            (select 1 rank, 'TODAY' kind, m.participant_id, m.name, a.title, a.starts_at at, null::date due, 0 more
             from (select g.* from %1$s cross join lateral (
                    select g.participant_id, g.name, g.next_appointment_at from glance g
                    where %2$s and %3$s and g.next_appointment_at >= :begin and g.next_appointment_at < :end
                    order by g.next_appointment_at limit %4$d) g) m
             join appointment a on a.participant_id = m.participant_id
             where a.cancelled_at is null and a.starts_at >= :begin and a.starts_at < :end
             order by a.starts_at limit %4$d)
            union all
            (select 2, 'OVERDUE', m.participant_id, m.name, s.title, null, s.due_on, s.more
             from (select g.* from %1$s cross join lateral (
                    select g.participant_id, g.name, g.next_step_on from glance g
                    where %2$s and %3$s and g.next_step_on < :today order by g.next_step_on limit %4$d) g
                   order by g.next_step_on limit %4$d) m
             cross join lateral (
                select t.title, t.due_on, (count(*) over ())::int - 1 more from step t join goal g on g.id = t.goal_id
                where t.participant_id = m.participant_id and t.status <> 'DONE' and t.due_on < :today
                    and g.state = 'OPEN'
                order by t.due_on, t.id limit 1) s)
            union all
            (select 3, 'SILENT', m.participant_id, m.name, null, null, m.silent_on, m.days
             from %1$s cross join lateral (
                select g.participant_id, g.name, g.silent_on,
                    cast(:today as date) - greatest(g.last_contact_on, g.coach_on, g.registered_on) days
                from glance g where %2$s and %5$s order by g.silent_on limit %4$d) m
             order by m.silent_on limit %4$d)
            union all
            (select 4, 'DRAFT', g.participant_id, g.name, null, d.saved_at, null, 0
             from draft d join glance g on g.participant_id = case when d.place ~ '^contact:[0-9a-f-]{36}$'
                    then cast(substr(d.place, 9) as uuid) end
                cross join %1$s
             where d.account_id = :account and %2$s and %3$s order by d.saved_at limit %4$d)
            union all
            select 5, 'DRAFTS', null, null, null, d.saved_at, null, 0 from draft d
            where d.account_id = :account and d.place like 'contacts:%%'
            order by rank, due, at
            """;

    /** How many are silent, and how many have an overdue step, as the list of participants counts them. */
    private static final String COUNTS = """
            select 'SILENT' kind, least(sum(c.n), %4$d) from %1$s cross join lateral
                (select count(*) n from (select 1 from glance g where %2$s and %5$s limit %4$d) x) c
            union all
            select 'OVERDUE', least(sum(c.n), %4$d) from %1$s cross join lateral
                (select count(*) n from (select 1 from glance g
                    where %2$s and %3$s and g.next_step_on < :today limit %4$d) x) c
            """;

    private static final String SILENT_KIND = "plans.attention.silent";
    private static final String OVERDUE_KIND = "plans.attention.overdue";

    private static final String RUNNING = "g.status in ('REGISTERED', 'INTAKE', 'ACTIVE')";

    private final ParticipantScope scope;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Words words;

    PlanAttention(ParticipantScope scope, JdbcClient jdbc, Texts texts, Words words) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public List<Attention> of(Actor actor) {
        if (!actor.may(Permission.PLAN_EDIT)) {
            return List.of();
        }
        LocalDate today = words.today();
        ParticipantScope.Slices mine = scope.slices(actor, "g", "participant_id");
        return jdbc.sql(ROWS.formatted(mine.from(), mine.sql(), RUNNING, Attention.MOST, Glances.SILENT))
                .params(mine.params())
                .param("today", today)
                .param("begin", Timestamp.from(today.atStartOfDay(Words.ZONE).toInstant()))
                .param(
                        "end",
                        Timestamp.from(
                                today.plusDays(1).atStartOfDay(Words.ZONE).toInstant()))
                .param("account", actor.id().value())
                .query((row, n) -> attention(row, today))
                .list();
    }

    @Override
    public Map<String, Attention.Whole> whole(Actor actor) {
        ParticipantScope.Slices mine = scope.slices(actor, "g", "participant_id");
        Map<String, Attention.Whole> all = new HashMap<>();
        jdbc.sql(COUNTS.formatted(mine.from(), mine.sql(), RUNNING, Bounded.STOP, Glances.SILENT))
                .params(mine.params())
                .param("today", words.today())
                .query(row -> {
                    boolean silent = "SILENT".equals(row.getString(1));
                    all.put(
                            silent ? SILENT_KIND : OVERDUE_KIND,
                            new Attention.Whole(
                                    row.getInt(2), silent ? "/participants?attention=silent" : "/participants"));
                });
        return all;
    }

    private Attention attention(ResultSet row, LocalDate today) throws SQLException {
        String path = "/participants/" + row.getString("participant_id") + "/plan";
        String name = row.getString("name");
        LocalDate due = row.getObject("due", LocalDate.class);
        return switch (row.getString("kind")) {
            case "TODAY" ->
                new Attention(
                        "plans.attention.today",
                        "busy",
                        "cal",
                        name,
                        texts.of("plans.attention.today.text", time(row), row.getString("title")),
                        path,
                        today);
            case "OVERDUE" ->
                new Attention(
                        OVERDUE_KIND,
                        "danger",
                        "alert",
                        name,
                        overdue(row.getString("title"), row.getInt("more")),
                        path,
                        due);
            case "SILENT" ->
                new Attention(
                        SILENT_KIND,
                        "wait",
                        "chat",
                        name,
                        texts.of("plans.attention.silent.text", row.getInt("more")),
                        path + "#update",
                        due);
            case "DRAFTS" ->
                new Attention(
                        "plans.attention.draft",
                        "neutral",
                        "edit",
                        texts.of("together.title"),
                        texts.of("plans.attention.draft.text"),
                        "/contacts/new",
                        null);
            default ->
                new Attention(
                        "plans.attention.draft",
                        "neutral",
                        "edit",
                        name,
                        texts.of("plans.attention.draft.text"),
                        path + "#update",
                        null);
        };
    }

    private String overdue(String title, int more) {
        return more == 0 ? title : texts.of("plans.attention.overdue.more", title, more);
    }

    private String time(ResultSet row) throws SQLException {
        return words.time(LocalDateTime.ofInstant(row.getTimestamp("at").toInstant(), Words.ZONE)
                .toLocalTime());
    }
}
