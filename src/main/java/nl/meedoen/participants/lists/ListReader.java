package nl.meedoen.participants.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.Phase;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Cursor;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queries behind the rows of the list of participants. */
@Component
public class ListReader {

    static final int PAGE = 25;

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final ListConditions conditions;

    ListReader(JdbcClient jdbc, ParticipantScope scope, ListConditions conditions) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.conditions = conditions;
    }

    private record Where(String slices, String sql, Map<String, Object> params) {}

    /** How many the view holds; 1001 stands for more than a thousand. */
    public int count(Actor actor, ListQuery query) {
        Where where = where(actor, query);
        return jdbc.sql("""
                        select least(coalesce(sum(c.n), 0), %3$d) from %1$s cross join lateral
                            (select count(*) n from (select 1 from glance g where %2$s limit %3$d) x) c
                        """.formatted(where.slices(), where.sql(), Bounded.STOP))
                .params(where.params())
                .query(Integer.class)
                .single();
    }

    /** One row more than a page, so that one knows whether there is a next one. */
    List<ListRow> page(Actor actor, ListQuery query) {
        return rows(actor, query, PAGE + 1);
    }

    /** Every row of the view, handed over one by one; at most a municipality's or a location's own people. */
    void each(Actor actor, ListQuery query, Consumer<ListRow> reader) {
        rows(actor, query, 20_000).forEach(reader);
    }

    /** The first so many of the view, in its order. */
    public List<ListRow> rows(Actor actor, ListQuery asked, int limit) {
        ListQuery query = asked.openTo(actor.role());
        ListQuery.Sort sort = query.order();
        Where where = where(actor, query);
        Cursor after = Cursor.parse(query.after(), 2);
        Map<String, Object> params = new LinkedHashMap<>(where.params());
        String from = "";
        if (after != null && ListQuery.isUuid(after.values().get(1))) {
            from = " and (%s, g.participant_id) > (cast(:afterValue as %s), cast(:afterId as uuid))"
                    .formatted(sort.column, sort.type);
            params.put("afterValue", after.values().get(0));
            params.put("afterId", after.values().get(1));
        }
        Role role = actor.role();
        String suffix = role == Role.COACH ? "/plan" : role == Role.TRAINER ? "/training" : "";
        return jdbc.sql("""
                        select g.*, municipality_shown(g.municipality_code) municipality, cast(g.sort_key as text) sort_value
                        from %5$s cross join lateral (
                            select g.*, %1$s sort_key from glance g where %2$s%3$s
                            order by %1$s, g.participant_id limit %4$d) g
                        order by g.sort_key, g.participant_id limit %4$d
                        """.formatted(sort.column, where.sql(), from, limit, where.slices()))
                .params(params)
                .query((row, n) -> read(row, role, suffix))
                .list();
    }

    private static ListRow read(ResultSet row, Role role, String suffix) throws SQLException {
        ParticipantId id = new ParticipantId(row.getObject("participant_id", UUID.class));
        Set<ListColumn> open = ListColumn.open(role);
        boolean steps = open.contains(ListColumn.NEXT_STEP);
        String language = role == Role.CLIENT_MANAGER ? null : row.getString("language");
        Timestamp appointment = open.contains(ListColumn.APPOINTMENT) ? row.getTimestamp("next_appointment_at") : null;
        return new ListRow(
                id,
                row.getString("number"),
                row.getString("name"),
                language == null ? null : LanguageNames.of(language, LocaleContextHolder.getLocale()),
                row.getString("municipality"),
                Phase.valueOf(row.getString("phase")),
                row.getObject("phase_since", LocalDate.class),
                row.getObject("registered_on", LocalDate.class),
                (Integer) row.getObject("rung_start"),
                (Integer) row.getObject("rung_now"),
                steps ? row.getString("next_step") : null,
                steps ? row.getObject("next_step_on", LocalDate.class) : null,
                appointment == null ? null : appointment.toInstant(),
                row.getString("coach_name"),
                open.contains(ListColumn.LAST_CONTACT) ? row.getObject("last_contact_on", LocalDate.class) : null,
                (Integer) row.getObject("attendance_percent"),
                open.contains(ListColumn.PLACEMENT) ? row.getString("placement_kind") : null,
                open.contains(ListColumn.REVIEW) ? row.getObject("next_review_on", LocalDate.class) : null,
                row.getString("sort_value"),
                "/participants/" + id + suffix);
    }

    private Where where(Actor actor, ListQuery query) {
        ParticipantScope.Slices mine = scope.slices(actor, "g", "participant_id");
        Map<String, Object> params = new LinkedHashMap<>(mine.params());
        String sql = mine.sql() + conditions.of(actor, query, params);
        return new Where(mine.from(), sql, params);
    }
}
