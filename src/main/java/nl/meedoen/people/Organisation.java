package nl.meedoen.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.people.domain.LocationRepository;
import nl.meedoen.people.domain.RegionRepository;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Regions, their locations, and the municipalities that a location serves from and until a day. Everybody may read it;
 * the database lets administrators and jobs change it.
 */
@Service
@Transactional(readOnly = true)
public class Organisation {

    /** A part of the country; its target counts participants in the programme period. */
    public record Region(RegionId id, String name, int target, long version) {}

    /** A place from which the programme is run. */
    public record Location(LocationId id, String name, RegionId region, String regionName, long version) {}

    private static final String LOCATIONS =
            "select l.id, l.name, r.id, r.name, l.version from location l join region r on r.id = l.region_id ";

    private final RegionRepository regions;
    private final LocationRepository places;
    private final Municipalities municipalities;
    private final JdbcClient jdbc;

    Organisation(RegionRepository regions, LocationRepository places, Municipalities municipalities, JdbcClient jdbc) {
        this.regions = regions;
        this.places = places;
        this.municipalities = municipalities;
        this.jdbc = jdbc;
    }

    /** All regions, by name. */
    public List<Region> regions() {
        return jdbc.sql("select id, name, target, version from region order by name collate dutch")
                .query((row, n) -> new Region(
                        new RegionId(row.getObject(1, UUID.class)), row.getString(2), row.getInt(3), row.getLong(4)))
                .list();
    }

    /** All locations, by name. */
    public List<Location> locations() {
        return jdbc.sql(LOCATIONS + "order by l.name collate dutch")
                .query((row, n) -> location(row))
                .list();
    }

    /** The locations with these ids, by name. */
    public List<Location> locations(Collection<LocationId> ids) {
        return jdbc.sql(LOCATIONS + "where l.id = any(cast(? as uuid[])) order by l.name collate dutch")
                .param(array(ids))
                .query((row, n) -> location(row))
                .list();
    }

    /** @throws NotFound when there is no such location */
    public Location location(LocationId id) {
        return jdbc.sql(LOCATIONS + "where l.id = ?")
                .param(id.value())
                .query((row, n) -> location(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** @throws NotFound when there is no such location */
    public RegionId regionOf(LocationId id) {
        return location(id).region();
    }

    /** The 342 municipalities, by name; kept in memory. */
    public List<Municipality> municipalities() {
        return municipalities.all();
    }

    /** A municipality by its CBS code. */
    public Optional<Municipality> municipality(String code) {
        return municipalities.find(code);
    }

    /** A municipality by its name, whatever the capitals, accents and hyphens; "Den Haag" is known too. */
    public Optional<Municipality> municipalityNamed(String name) {
        return municipalities.named(name);
    }

    /** Municipalities whose name resembles what was typed, at most five. */
    public List<Municipality> resembling(String name) {
        return municipalities.resembling(name);
    }

    /** Adds the municipality that others merge into; the code is that of CBS. */
    @Transactional
    public void addMunicipality(Municipality made) {
        jdbc.sql("insert into municipality (code, name, province) values (?, ?, ?)")
                .param(made.code())
                .param(made.name())
                .param(made.province())
                .update();
        municipalities.readAgain();
    }

    /** Removes a municipality that nobody ever lived in and nobody serves. */
    @Transactional
    public void removeMunicipality(String code) {
        jdbc.sql("delete from municipality where code = ?").param(code).update();
        municipalities.readAgain();
    }

    /** Forgets what is kept in memory of municipalities: another instance may have changed them. */
    public void readMunicipalitiesAgain() {
        municipalities.readAgain();
    }

    /** For each municipality that is part of another one on a day the one that it became part of last, by CBS code. */
    public Map<String, String> mergedInto(LocalDate on) {
        Map<String, String> became = new HashMap<>();
        jdbc.sql("select former_code, into_code from municipality_former where merged_on <= ? order by merged_on")
                .param(on)
                .query(row -> {
                    became.put(row.getString(1), row.getString(2));
                });
        return became;
    }

    /** CBS codes of the municipalities that any of these locations serves on a day. */
    public List<String> servedBy(Collection<LocationId> locations, LocalDate on) {
        return jdbc.sql("""
                        select distinct municipality_code from location_municipality
                        where location_id = any(cast(:locations as uuid[]))
                          and from_on <= :day and (until_on is null or until_on >= :day)
                        order by 1
                        """)
                .param("locations", array(locations))
                .param("day", on)
                .query(String.class)
                .list();
    }

    /** CBS codes of the municipalities that a location serves on a day. */
    public List<String> servedBy(LocationId location, LocalDate on) {
        return servedBy(List.of(location), on);
    }

    /** CBS codes of the municipalities of which a location has residents: those it serves, and what became part of them. */
    public List<String> reachedBy(LocationId location, LocalDate on) {
        return jdbc.sql("""
                        select unnest(municipality_with_former(array(
                            select municipality_code from location_municipality
                            where location_id = :location and from_on <= :day and (until_on is null or until_on >= :day)),
                            :day)) order by 1
                        """)
                .param("location", location.value())
                .param("day", on)
                .query(String.class)
                .list();
    }

    /** The locations that serve a municipality on a day; mostly one. */
    public List<LocationId> locationsServing(String municipalityCode, LocalDate on) {
        return jdbc.sql("""
                        select location_id from location_municipality
                        where municipality_code = :code and from_on <= :day and (until_on is null or until_on >= :day)
                        order by from_on, location_id
                        """)
                .param("code", municipalityCode)
                .param("day", on)
                .query((row, n) -> new LocationId(row.getObject(1, UUID.class)))
                .list();
    }

    /** @throws RuleBroken when the name is taken */
    @Transactional
    public RegionId createRegion(String name, int target) {
        refuseTaken("region", name, null);
        RegionId id = RegionId.next();
        regions.saveAndFlush(new nl.meedoen.people.domain.Region(id, name, target));
        return id;
    }

    @Transactional
    public void changeRegion(RegionId id, long version, String name, int target) {
        var region = regions.findById(id.value()).orElseThrow(NotFound::new);
        StaleVersion.check(region.version(), version);
        refuseTaken("region", name, id.value());
        region.change(name, target);
    }

    /** @throws RuleBroken when the name is taken */
    @Transactional
    public LocationId createLocation(RegionId region, String name) {
        refuseTaken("location", name, null);
        LocationId id = LocationId.next();
        places.saveAndFlush(new nl.meedoen.people.domain.Location(id, region, name));
        return id;
    }

    @Transactional
    public void changeLocation(LocationId id, long version, RegionId region, String name) {
        var place = places.findById(id.value()).orElseThrow(NotFound::new);
        StaleVersion.check(place.version(), version);
        refuseTaken("location", name, id.value());
        place.change(region, name);
    }

    /** From this day on the location serves the municipality, until told otherwise. */
    @Transactional
    public void serve(LocationId location, String municipalityCode, LocalDate from) {
        boolean overlaps = jdbc.sql("""
                        select exists (select 1 from location_municipality
                        where location_id = ? and municipality_code = ? and (until_on is null or until_on >= ?))
                        """)
                .param(location.value())
                .param(municipalityCode)
                .param(from)
                .query(Boolean.class)
                .single();
        if (overlaps) {
            throw new RuleBroken("people.already-served");
        }
        jdbc.sql("insert into location_municipality (location_id, municipality_code, from_on) values (?, ?, ?)")
                .param(location.value())
                .param(municipalityCode)
                .param(from)
                .update();
    }

    /** The location serves the municipality until and including this day; what was before stays as it was. */
    @Transactional
    public void stopServing(LocationId location, String municipalityCode, LocalDate until) {
        int ended = jdbc.sql("""
                        update location_municipality set until_on = ?
                        where location_id = ? and municipality_code = ? and until_on is null and from_on <= ?
                        """)
                .param(until)
                .param(location.value())
                .param(municipalityCode)
                .param(until)
                .update();
        if (ended == 0) {
            throw new RuleBroken("people.not-served");
        }
    }

    /** From this day on another location serves the municipality; the day before is the last of the old one. */
    @Transactional
    public void move(String municipalityCode, LocationId from, LocationId to, LocalDate on) {
        stopServing(from, municipalityCode, on.minusDays(1));
        serve(to, municipalityCode, on);
    }

    private void refuseTaken(String table, String name, @Nullable UUID except) {
        boolean taken = jdbc.sql("select exists (select 1 from " + table
                        + " where lower(name) = lower(?) and id is distinct from cast(? as uuid))")
                .param(name.strip())
                .param(except)
                .query(Boolean.class)
                .single();
        if (taken) {
            throw new RuleBroken("people.name-taken");
        }
    }

    private static Location location(ResultSet row) throws SQLException {
        return new Location(
                new LocationId(row.getObject(1, UUID.class)),
                row.getString(2),
                new RegionId(row.getObject(3, UUID.class)),
                row.getString(4),
                row.getLong(5));
    }

    /** The ids as the text of an array: one parameter, whatever the number of ids. */
    public static String array(Collection<LocationId> ids) {
        return ids.stream().map(LocationId::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
