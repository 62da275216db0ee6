package nl.meedoen.people.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.people.CaseloadCounts;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Sectors;
import nl.meedoen.people.VogState;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the list of coaches, trainers and invitations at somebody's own locations. */
@Component
class CoachReader {

    static final int PAGE = 25;

    private static final String COACHES = """
            from coach_profile c join account a on a.id = c.account_id
            where c.location_id = any(cast(:locations as uuid[])) and a.status = 'ACTIVE'
              and exists (select 1 from account_role r where r.account_id = a.id and r.role = 'COACH')
            """;

    private static final String TRAINERS = """
            from account a
            where a.status = 'ACTIVE'
              and exists (select 1 from account_role r where r.account_id = a.id and r.role = 'TRAINER')
              and exists (select 1 from account_location l
                          where l.account_id = a.id and l.location_id = any(cast(:locations as uuid[])))
            """;

    private static final String INVITED = """
            from invitation i left join account a on a.id = i.account_id
            where i.location_id = any(cast(:locations as uuid[])) and (a.id is null or a.status = 'INVITED')
            """;

    private static final String VOG =
            " and (coalesce(c.vog_until, c.vog_on) is null or c.vog_until <= cast(:soon as date))";

    /** What the page counts above the list. */
    record Counts(int coaches, int trainers, int invited, int vog, int waiting) {}

    private final JdbcClient jdbc;
    private final ObjectProvider<CaseloadCounts> caseloads;
    private final Words words;
    private final Texts texts;

    CoachReader(JdbcClient jdbc, ObjectProvider<CaseloadCounts> caseloads, Words words, Texts texts) {
        this.jdbc = jdbc;
        this.caseloads = caseloads;
        this.words = words;
        this.texts = texts;
    }

    Counts counts(Actor actor) {
        return jdbc.sql("select (select count(*) " + COACHES + "), (select count(*) " + TRAINERS
                        + "), (select count(*) " + INVITED + "), (select count(*) " + COACHES + VOG
                        + "), (select count(*) " + INVITED + " and i.invited_at < cast(:week as date))")
                .params(own(actor))
                .param("soon", words.today().plusDays(VogState.WARNING_DAYS))
                .param("week", words.today().minusDays(7))
                .query((row, n) ->
                        new Counts(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .single();
    }

    /** How many participants each of these coaches has now. */
    Map<AccountId, Integer> caseloads(Collection<AccountId> coaches) {
        CaseloadCounts source = caseloads.getIfAvailable();
        return source == null || coaches.isEmpty() ? Map.of() : source.countsOf(coaches);
    }

    /** One row more than a page, so that one knows whether there is a next one. */
    List<CoachRow> coaches(Actor actor, CoachQuery query) {
        Map<String, Object> params = new LinkedHashMap<>(own(actor));
        String where = where(query, params);
        String open = query.withRoom() ? " and c.account_id = any(cast(:open as uuid[]))" : "";
        if (query.withRoom()) {
            params.put("open", withRoom(where, params));
        }
        String from = from(query, params, "a.id");
        String sql = """
                select c.account_id, a.name, m.name municipality, l.name location, c.languages, c.sectors, c.capacity,
                       c.vog_on, c.vog_until
                from (select c.* %s) c join account a on a.id = c.account_id
                join location l on l.id = c.location_id
                left join municipality m on m.code = c.municipality_code
                order by a.name collate dutch, a.id limit %d
                """.formatted(COACHES + where + open + from, PAGE + 1);
        List<CoachRow> rows =
                jdbc.sql(sql).params(params).query((row, n) -> coach(row)).list();
        Map<AccountId, Integer> counts =
                caseloads(rows.stream().map(CoachRow::id).toList());
        return rows.stream().map(row -> counted(row, counts)).toList();
    }

    /** How many coaches the view holds. */
    int count(Actor actor, CoachQuery query) {
        Map<String, Object> params = new LinkedHashMap<>(own(actor));
        String where = where(query, params);
        String open = query.withRoom() ? " and c.account_id = any(cast(:open as uuid[]))" : "";
        if (query.withRoom()) {
            params.put("open", withRoom(where, params));
        }
        return jdbc.sql("select count(*) " + COACHES + where + open)
                .params(params)
                .query(Integer.class)
                .single();
    }

    List<StaffRow> trainers(Actor actor, CoachQuery query) {
        Map<String, Object> params = new LinkedHashMap<>(own(actor));
        String where = search(query, params, "a") + from(query, params, "a.id");
        return jdbc.sql("""
                        select a.id, a.name, a.email, 'TRAINER' as role, a.last_sign_in_at, null::timestamptz invited_at,
                            (select string_agg(l.name, ', ' order by l.name) from account_location al
                             join location l on l.id = al.location_id
                             where al.account_id = a.id and l.id = any(cast(:locations as uuid[]))) location
                        %s order by a.name collate dutch, a.id limit %d
                        """.formatted(TRAINERS + where, PAGE + 1))
                .params(params)
                .query((row, n) -> staff(row))
                .list();
    }

    List<StaffRow> invited(Actor actor, CoachQuery query) {
        Map<String, Object> params = new LinkedHashMap<>(own(actor));
        String where = search(query, params, "i") + from(query, params, "i.id").replace("a.name", "i.name");
        return jdbc.sql("""
                        select i.id, i.name, i.email, i.role, i.invited_at, null::timestamptz last_sign_in_at,
                            (select l.name from location l where l.id = i.location_id) location
                        %s order by i.name collate dutch, i.id limit %d
                        """.formatted(INVITED + where, PAGE + 1))
                .params(params)
                .query((row, n) -> staff(row))
                .list();
    }

    private static Map<String, Object> own(Actor actor) {
        return Map.of("locations", Organisation.array(actor.locations()));
    }

    private String where(CoachQuery query, Map<String, Object> params) {
        StringBuilder sql = new StringBuilder(search(query, params, "a"));
        if (query.language() != null) {
            sql.append(" and :language = any(c.languages)");
            params.put("language", query.language());
        }
        if (query.sector() != null) {
            sql.append(" and :sector = any(c.sectors)");
            params.put("sector", query.sector());
        }
        if (query.vog()) {
            sql.append(VOG);
            params.put("soon", words.today().plusDays(VogState.WARNING_DAYS));
        }
        return sql.toString();
    }

    private static String search(CoachQuery query, Map<String, Object> params, String alias) {
        if (query.q() == null) {
            return "";
        }
        params.put("q", "%" + query.q().replaceAll("[%_\\\\]", "").toLowerCase(Locale.ROOT) + "%");
        return " and (unaccent(lower(%1$s.name)) like unaccent(:q) or %1$s.email like :q)".formatted(alias);
    }

    private static String from(CoachQuery query, Map<String, Object> params, String id) {
        Cursor after = Cursor.parse(query.after(), 2);
        if (after == null || !after.values().get(1).matches("[0-9a-f-]{36}")) {
            return "";
        }
        params.put("afterName", after.values().get(0));
        params.put("afterId", after.values().get(1));
        return " and (a.name collate dutch, " + id + ") > (:afterName collate dutch, cast(:afterId as uuid))";
    }

    /** A room above counts the participants, so the choice is made here: one statement for coaches, one for counts. */
    private String withRoom(String where, Map<String, Object> params) {
        Map<AccountId, Integer> capacities = new HashMap<>();
        jdbc.sql("select c.account_id, c.capacity " + COACHES + where)
                .params(params)
                .query(row -> {
                    capacities.put(new AccountId(row.getObject(1, UUID.class)), row.getInt(2));
                });
        Map<AccountId, Integer> counts = caseloads(capacities.keySet());
        return capacities.entrySet().stream()
                .filter(coach -> counts.getOrDefault(coach.getKey(), 0) < coach.getValue())
                .map(coach -> coach.getKey().toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static CoachRow counted(CoachRow row, Map<AccountId, Integer> counts) {
        return new CoachRow(
                row.id(),
                row.name(),
                row.place(),
                row.languages(),
                row.sectors(),
                row.capacity(),
                counts.getOrDefault(row.id(), 0),
                row.vog(),
                row.vogUntil());
    }

    private CoachRow coach(ResultSet row) throws SQLException {
        Locale reader = LocaleContextHolder.getLocale();
        LocalDate until = row.getObject("vog_until", LocalDate.class);
        String municipality = row.getString("municipality");
        return new CoachRow(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                municipality == null ? row.getString("location") : municipality,
                values(row, "languages").stream()
                        .map(code -> LanguageNames.of(code, reader))
                        .toList(),
                values(row, "sectors").stream()
                        .map(code -> texts.of(Sectors.label(code)))
                        .toList(),
                row.getInt("capacity"),
                0,
                VogState.of(row.getObject("vog_on", LocalDate.class), until, words.today()),
                until);
    }

    private static List<String> values(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static StaffRow staff(ResultSet row) throws SQLException {
        return new StaffRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("location"),
                day(row.getTimestamp("invited_at")),
                day(row.getTimestamp("last_sign_in_at")));
    }

    private static @Nullable LocalDate day(@Nullable Timestamp moment) {
        return moment == null ? null : LocalDate.ofInstant(moment.toInstant(), Words.ZONE);
    }
}
