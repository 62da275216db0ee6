package nl.meedoen.people.figures;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how the country is divided today. */
@Component
public class ServedAreas {

    /** A region with its target in participants. */
    public record Region(UUID id, String name, int target) {}

    /** A municipality; the region is that of the location that has served it longest, null when none does. */
    public record Municipality(
            String code, String name, @Nullable UUID region) {}

    /** Municipalities that one office or one person works for, two at least; the name is null for a person's. */
    public record Served(@Nullable String name, SortedSet<String> municipalities) {}

    private static final String MUNICIPALITIES = """
            select m.code, m.name, s.region_id
            from municipality m left join (
                select distinct on (c.code) c.code, l.region_id
                from location_municipality lm join location l on l.id = lm.location_id
                    cross join lateral unnest(municipality_with_former(array[lm.municipality_code], app_today())) c (code)
                where lm.from_on <= app_today() and (lm.until_on is null or lm.until_on >= app_today())
                order by c.code, lm.from_on, lm.location_id) s on s.code = m.code
            order by m.name collate dutch, m.code
            """;

    // Social services first: where sets overlap, the ones that come first are counted together.
    private static final String SERVED = """
            select 1 rank, s.name, municipality_with_former(array_agg(distinct sm.municipality_code), app_today()) codes
            from social_service s join social_service_municipality sm on sm.social_service_id = s.id
            where sm.from_on <= app_today() and (sm.until_on is null or sm.until_on >= app_today()) group by s.id
            union all
            select 2, l.name, municipality_with_former(array_agg(distinct lm.municipality_code), app_today())
            from location l join location_municipality lm on lm.location_id = l.id
            where lm.from_on <= app_today() and (lm.until_on is null or lm.until_on >= app_today()) group by l.id
            union all
            select 3, null, municipalities_of(r.account_id, app_today()) from account_role r where r.role = 'CLIENT_MANAGER'
            union all
            select 4, null, municipality_with_former(array_agg(distinct lm.municipality_code), app_today())
            from account_location al join location_municipality lm on lm.location_id = al.location_id
            where lm.from_on <= app_today() and (lm.until_on is null or lm.until_on >= app_today()) group by al.account_id
            order by 1, 2, 3
            """;

    private final JdbcClient jdbc;

    ServedAreas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All regions, by name. */
    public List<Region> regions() {
        return jdbc.sql("select id, name, target from region order by name collate dutch")
                .query((row, n) -> new Region(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .list();
    }

    /** All municipalities, by name. */
    public List<Municipality> municipalities() {
        return jdbc.sql(MUNICIPALITIES)
                .query((row, n) -> new Municipality(row.getString(1), row.getString(2), row.getObject(3, UUID.class)))
                .list();
    }

    /** What social services, locations, client managers and coordinators serve; the same set may come more than once. */
    public List<Served> served() {
        return jdbc.sql(SERVED)
                .query((row, n) -> new Served(row.getString(2), codes(row.getArray(3))))
                .list();
    }

    private static SortedSet<String> codes(Array array) throws SQLException {
        return new TreeSet<>(List.of((String[]) array.getArray()));
    }
}
