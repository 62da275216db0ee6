package nl.meedoen.participants.web;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.Glances;
import nl.meedoen.participants.LanguageNames;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.Phase;
import nl.meedoen.participants.matching.FoldedName;
import nl.meedoen.participants.matching.NameFolding;
import nl.meedoen.participants.matching.PhoneticKey;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Words;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queries behind the list of participants: counts in one statement, a page of rows in another. */
@Component
class ListReader {

    static final int PAGE = 25;

    /** Counts over all whom the actor may see. */
    record Counts(Map<Phase, Integer> phases, int total, int waiting, int silent, int consent) {}

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Words words;

    ListReader(JdbcClient jdbc, ParticipantScope scope, Words words) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.words = words;
    }

    private record Where(String slices, String sql, Map<String, Object> params) {}

    /** Each count stops at 1001, so that none of them reads more than a thousand rows of a slice. */
    Counts counts(Actor actor) {
        ParticipantScope.Slices mine = scope.slices(actor, "g", "participant_id");
        String bounded = """
                select %s part, c.n from %s%s cross join lateral
                    (select count(*) n from (select 1 from glance g where %s and %s limit %d) x) c
                """;
        StringBuilder sql = new StringBuilder(bounded.formatted(
                "phases.code",
                mine.from(),
                " cross join unnest(cast(:phases as text[])) phases(code)",
                mine.sql(),
                "g.phase = phases.code",
                Bounded.STOP));
        for (String attention : ListQuery.ATTENTIONS) {
            sql.append(" union all ")
                    .append(bounded.formatted(
                            "'" + attention + "'", mine.from(), "", mine.sql(), condition(attention), Bounded.STOP));
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select part, least(sum(n), " + Bounded.STOP + ") from (" + sql + ") parts group by part")
                .params(mine.params())
                .param("phases", Arrays.stream(Phase.values()).map(Enum::name).collect(joining(",", "{", "}")))
                .param("today", words.today())
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        Map<Phase, Integer> phases = new LinkedHashMap<>();
        int total = 0;
        for (Phase phase : Phase.values()) {
            int count = counts.getOrDefault(phase.name(), 0);
            phases.put(phase, count);
            total += count;
        }
        return new Counts(
                phases,
                total,
                counts.getOrDefault("waiting", 0),
                counts.getOrDefault("silent", 0),
                counts.getOrDefault("consent", 0));
    }

    private static String condition(String attention) {
        return switch (attention) {
            case "waiting" -> Glances.WAITING;
            case "silent" -> Glances.SILENT;
            default -> "g.shared_until between cast(:today as date) and cast(:today as date) + 30";
        };
    }

    /** How many the view holds; 1001 stands for more than a thousand. */
    int count(Actor actor, ListQuery query) {
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

    private List<ListRow> rows(Actor actor, ListQuery query, int limit) {
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
        boolean limited = actor.role() == Role.CLIENT_MANAGER;
        String suffix = actor.role() == Role.COACH ? "/plan" : actor.role() == Role.TRAINER ? "/training" : "";
        return jdbc.sql("""
                        select g.*, m.name municipality, cast(g.sort_key as text) sort_value
                        from %5$s cross join lateral (
                            select g.*, %1$s sort_key from glance g where %2$s%3$s
                            order by %1$s, g.participant_id limit %4$d) g
                        join municipality m on m.code = g.municipality_code
                        order by g.sort_key, g.participant_id limit %4$d
                        """.formatted(sort.column, where.sql(), from, limit, where.slices()))
                .params(params)
                .query((row, n) -> read(row, limited, suffix))
                .list();
    }

    private static ListRow read(ResultSet row, boolean limited, String suffix) throws SQLException {
        ParticipantId id = new ParticipantId(row.getObject("participant_id", UUID.class));
        String language = row.getString("language");
        return new ListRow(
                id,
                row.getString("number"),
                row.getString("name"),
                limited || language == null ? null : LanguageNames.of(language, LocaleContextHolder.getLocale()),
                row.getString("municipality"),
                Phase.valueOf(row.getString("phase")),
                row.getObject("phase_since", LocalDate.class),
                (Integer) row.getObject("rung_start"),
                (Integer) row.getObject("rung_now"),
                limited ? null : row.getString("next_step"),
                limited ? null : row.getObject("next_step_on", LocalDate.class),
                row.getString("coach_name"),
                limited ? null : row.getObject("last_contact_on", LocalDate.class),
                (Integer) row.getObject("attendance_percent"),
                row.getString("placement_kind"),
                row.getObject("next_review_on", LocalDate.class),
                row.getString("sort_value"),
                "/participants/" + id + suffix);
    }

    private Where where(Actor actor, ListQuery query) {
        ParticipantScope.Slices mine = scope.slices(actor, "g", "participant_id");
        StringBuilder sql = new StringBuilder(mine.sql());
        Map<String, Object> params = new LinkedHashMap<>(mine.params());
        params.put("today", words.today());
        Phase phase = query.phase();
        if (phase != null) {
            sql.append(" and g.phase = :phase");
            params.put("phase", phase.name());
        }
        if ("none".equals(query.coach())) {
            sql.append(" and g.coach_id is null");
        } else if (query.coach() != null && ListQuery.isUuid(query.coach())) {
            sql.append(" and g.coach_id = cast(:coach as uuid)");
            params.put("coach", query.coach());
        } else if (query.coach() != null) {
            sql.append(" and position(lower(:coach) in lower(g.coach_name)) > 0");
            params.put("coach", query.coach());
        }
        if (query.municipality() != null) {
            sql.append(" and g.municipality_code = :municipality");
            params.put("municipality", query.municipality());
        }
        if ("none".equals(query.rung())) {
            sql.append(" and g.rung_now is null");
        } else if (query.rung() != null && query.rung().matches("[1-6]")) {
            sql.append(" and g.rung_now = :rung");
            params.put("rung", Integer.valueOf(query.rung()));
        }
        String attention = query.chosenAttention();
        if (attention != null) {
            sql.append(" and ").append(condition(attention));
        }
        if (query.q() != null) {
            search(actor, query.q(), sql, params);
        }
        return new Where(mine.from(), sql.toString(), params);
    }

    /** By number, by phone, or by name: folded, by sound, or misspelt. */
    private void search(Actor actor, String q, StringBuilder sql, Map<String, Object> params) {
        ParticipantScope.Condition mine = scope.of(actor, "s", "participant_id");
        FoldedName name = NameFolding.fold(q);
        StringBuilder any = new StringBuilder("s.number = :number or s.participant_id in"
                + " (select m.into_id from merging m where m.from_number = :number and m.undone_at is null)");
        params.put("number", number(q));
        Phone.parse(q).ifPresent(phone -> {
            any.append(" or s.phone = :phone");
            params.put("phone", phone.e164());
        });
        params.putAll(mine.params());
        if (!name.isEmpty()) {
            String sounds = each(name, params, false);
            // misspelt names cost much more to compare: only where nothing sounds like what was typed
            boolean known = jdbc.sql("select exists (select 1 from participant_search s where " + mine.sql() + " and ("
                            + any + " or (" + sounds + ")))")
                    .params(params)
                    .query(Boolean.class)
                    .single();
            any.append(" or (")
                    .append(known ? sounds : each(name, params, true))
                    .append(")");
        }
        sql.append(" and g.participant_id in (select s.participant_id from participant_search s where ")
                .append(mine.sql())
                .append(" and (")
                .append(any)
                .append("))");
    }

    /** Each part of the name sounds like what is known, or is a part of it, or is a misspelling of it. */
    private static String each(FoldedName name, Map<String, Object> params, boolean misspelt) {
        StringBuilder all = new StringBuilder();
        int i = 0;
        for (String token : name.tokens()) {
            all.append(all.isEmpty() ? "" : " and ")
                    .append("(s.phonetic && cast(:key" + i + " as text[]) or s.tokens like :part" + i)
                    .append(misspelt ? " or word_similarity(:token" + i + ", s.tokens) > 0.6)" : ")");
            params.put("key" + i, PhoneticKey.all(token).stream().collect(joining(",", "{", "}")));
            params.put("part" + i, "% " + token.replaceAll("[%_\\\\]", "") + "%");
            params.put("token" + i, token);
            i++;
        }
        return all.toString();
    }

    /** "412", "2026-412" and "vip-2026-000412" are all written in full where they can be. */
    private String number(String q) {
        String plain = q.strip().toUpperCase(Locale.ROOT);
        if (plain.matches("\\d{1,6}")) {
            return "VIP-%d-%06d".formatted(words.today().getYear(), Integer.parseInt(plain));
        }
        if (plain.matches("\\d{4}-\\d{1,6}")) {
            String[] parts = plain.split("-");
            return "VIP-%s-%06d".formatted(parts[0], Integer.parseInt(parts[1]));
        }
        return plain;
    }
}
