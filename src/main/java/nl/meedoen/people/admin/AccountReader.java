package nl.meedoen.people.admin;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts for the administrator: a page of the list, or one. */
@Component
class AccountReader {

    static final int PAGE = 25;

    private static final String ROW = """
            select a.id, a.name, a.email, a.status, a.created_at, a.last_sign_in_at, a.version,
                array(select role from account_role where account_id = a.id) roles,
                array(select name from (
                    select l.name from account_location al join location l on l.id = al.location_id where al.account_id = a.id
                    union select l.name from coach_profile c join location l on l.id = c.location_id
                        where c.account_id = a.id
                          and exists (select 1 from account_role r where r.account_id = a.id and r.role = 'COACH')
                    union select m.name from account_municipality am join municipality m on m.code = am.municipality_code
                        where am.account_id = a.id
                    union select v.name from account_social_service s join social_service v on v.id = s.social_service_id
                        where s.account_id = a.id and s.from_on <= app_today()
                          and (s.until_on is null or s.until_on >= app_today())) places order by 1) places
            from account a
            """;

    /** Where an account works now, for its form. */
    record Chosen(Set<LocationId> locations, List<String> municipalities) {}

    private final JdbcClient jdbc;

    AccountReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row more than a page, so that one knows whether there is a next one. */
    List<AccountRow> page(AccountQuery query) {
        Map<String, Object> params = new LinkedHashMap<>();
        String where = where(query, params);
        Cursor after = Cursor.parse(query.after(), 2);
        if (after != null && after.values().get(1).matches("[0-9a-f-]{36}")) {
            where += " and (a.name collate dutch, a.id) > (:afterName collate dutch, cast(:afterId as uuid))";
            params.put("afterName", after.values().get(0));
            params.put("afterId", after.values().get(1));
        }
        return jdbc.sql(ROW + where + " order by a.name collate dutch, a.id limit " + (PAGE + 1))
                .params(params)
                .query((row, n) -> row(row))
                .list();
    }

    /** How many the view holds; 1001 stands for more than a thousand. */
    int count(AccountQuery query) {
        Map<String, Object> params = new LinkedHashMap<>();
        String where = where(query, params);
        return jdbc.sql("select count(*) from (select 1 from account a " + where + " limit " + Bounded.STOP + ") x")
                .params(params)
                .query(Integer.class)
                .single();
    }

    /** @throws NotFound when there is no such account */
    AccountRow one(AccountId id) {
        return jdbc.sql(ROW + "where a.id = ?")
                .param(id.value())
                .query((row, n) -> row(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    Chosen chosen(AccountId id) {
        return jdbc.sql("""
                        select array(select location_id from account_location where account_id = :id
                                     union select location_id from coach_profile where account_id = :id
                                       and exists (select 1 from account_role where account_id = :id and role = 'COACH')),
                            array(select m.name from account_municipality am
                                  join municipality m on m.code = am.municipality_code
                                  where am.account_id = :id order by m.name)
                        """)
                .param("id", id.value())
                .query((row, n) -> {
                    Set<LocationId> locations = new java.util.LinkedHashSet<>();
                    for (UUID location : (UUID[]) row.getArray(1).getArray()) {
                        locations.add(new LocationId(location));
                    }
                    return new Chosen(locations, texts(row.getArray(2)));
                })
                .single();
    }

    /** In how many browsers the person is signed in. */
    int sessions(AccountId id, long now) {
        return jdbc.sql("select count(*) from spring_session where principal_name = ? and expiry_time > ?")
                .param(id.toString())
                .param(now)
                .query(Integer.class)
                .single();
    }

    private static String where(AccountQuery query, Map<String, Object> params) {
        StringBuilder sql = new StringBuilder("where true");
        if (query.q() != null) {
            sql.append(" and (unaccent(lower(a.name)) like unaccent(:q) or a.email like :q)");
            params.put("q", "%" + query.q().replaceAll("[%_\\\\]", "").toLowerCase(Locale.ROOT) + "%");
        }
        Role role = query.chosenRole();
        if (role != null) {
            sql.append(" and exists (select 1 from account_role r where r.account_id = a.id and r.role = :role)");
            params.put("role", role.name());
        }
        String status = query.chosenStatus();
        if (status != null) {
            sql.append(" and a.status = :status");
            params.put("status", status);
        }
        return sql.toString();
    }

    private static AccountRow row(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        texts(row.getArray("roles")).forEach(role -> roles.add(Role.valueOf(role)));
        return new AccountRow(
                new AccountId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                roles,
                row.getString("status"),
                texts(row.getArray("places")),
                day(row.getTimestamp("created_at")),
                day(row.getTimestamp("last_sign_in_at")),
                row.getLong("version"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static @Nullable LocalDate day(@Nullable Timestamp moment) {
        return moment == null ? null : LocalDate.ofInstant(moment.toInstant(), Words.ZONE);
    }
}
