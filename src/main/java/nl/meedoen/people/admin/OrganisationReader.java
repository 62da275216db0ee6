package nl.meedoen.people.admin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the organisation for the administrator's pages. */
@Component
@Transactional(readOnly = true)
class OrganisationReader {

    /** A location with the municipalities that it serves today. */
    record LocationRow(LocationId id, String name, List<String> municipalities, int staff) {}

    /** A region with its locations. */
    record RegionRow(RegionId id, String name, int target, List<LocationRow> locations) {}

    /** A municipality that a location serves, served or will serve. */
    record ServedRow(
            String code,
            String name,
            LocalDate from,
            @Nullable LocalDate until,
            boolean past,
            boolean future) {}

    private final JdbcClient jdbc;
    private final Words words;

    OrganisationReader(JdbcClient jdbc, Words words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    /** All regions with their locations, in one statement. */
    List<RegionRow> regions() {
        Map<RegionId, RegionRow> regions = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.id, r.name, r.target, l.id location_id, l.name location,
                            array(select m.name from location_municipality s
                                  join municipality m on m.code = s.municipality_code
                                  where s.location_id = l.id and s.from_on <= :today
                                    and (s.until_on is null or s.until_on >= :today) order by m.name) municipalities,
                            (select count(*) from account_location al join account a on a.id = al.account_id
                             where al.location_id = l.id and a.status = 'ACTIVE')
                            + (select count(*) from coach_profile c join account a on a.id = c.account_id
                               where c.location_id = l.id and a.status = 'ACTIVE'
                                 and not exists (select 1 from account_location al where al.account_id = a.id
                                                 and al.location_id = l.id)) staff
                        from region r left join location l on l.region_id = r.id
                        order by r.name collate dutch, l.name collate dutch
                        """).param("today", words.today()).query(row -> {
            RegionId id = new RegionId(row.getObject("id", UUID.class));
            RegionRow region = regions.get(id);
            if (region == null) {
                region = new RegionRow(id, row.getString("name"), row.getInt("target"), new ArrayList<>());
                regions.put(id, region);
            }
            UUID location = row.getObject("location_id", UUID.class);
            if (location != null) {
                region.locations()
                        .add(new LocationRow(
                                new LocationId(location),
                                row.getString("location"),
                                List.of((String[])
                                        row.getArray("municipalities").getArray()),
                                row.getInt("staff")));
            }
        });
        return List.copyOf(regions.values());
    }

    /** What a location serves: present and future first, then the past. */
    List<ServedRow> served(LocationId location) {
        return jdbc.sql("""
                        select m.code, m.name, s.from_on, s.until_on,
                            coalesce(s.until_on < :today, false) past, s.from_on > :today future
                        from location_municipality s join municipality m on m.code = s.municipality_code
                        where s.location_id = :location order by past, m.name collate dutch, s.from_on desc
                        """)
                .param("today", words.today())
                .param("location", location.value())
                .query((row, n) -> new ServedRow(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getBoolean(5),
                        row.getBoolean(6)))
                .list();
    }
}
