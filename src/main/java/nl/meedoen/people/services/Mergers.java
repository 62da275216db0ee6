package nl.meedoen.people.services;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.RuleBroken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Municipalities that become one on a day. Whoever served one of them serves the new one from that day on; the days
 * before, and where residents were registered, stay as they were.
 */
@Service
@Transactional
class Mergers {

    /** Who would serve the new municipality, by name. */
    record Effect(List<String> services, List<String> locations) {}

    private static final List<Serving> SERVING = List.of(
            new Serving("social_service_municipality", "social_service_id", "social_service"),
            new Serving("location_municipality", "location_id", "location"));

    private record Serving(String table, String column, String named) {}

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Trail trail;

    Mergers(JdbcClient jdbc, Organisation organisation, Trail trail) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.trail = trail;
    }

    @Transactional(readOnly = true)
    Effect effect(Set<String> former, LocalDate on) {
        return new Effect(serving(SERVING.get(0), former, on), serving(SERVING.get(1), former, on));
    }

    /**
     * Lets the former ones become part of the other, which is made where it is new.
     *
     * @throws RuleBroken when one of them became part of another one before
     */
    void merge(Actor by, Set<String> codes, Municipality into, LocalDate on) {
        Set<String> former =
                codes.stream().filter(code -> !code.equals(into.code())).collect(Collectors.toSet());
        refuseGone(former, into);
        if (organisation.municipality(into.code()).isEmpty()) {
            organisation.addMunicipality(into);
        }
        for (String code : former) {
            jdbc.sql("""
                            insert into municipality_former (former_code, into_code, merged_on) values (:former, :into, :on)
                            """)
                    .param("former", code)
                    .param("into", into.code())
                    .param("on", on)
                    .update();
            jdbc.sql("""
                            insert into municipality_former (former_code, into_code, merged_on)
                            select former_code, :into, :on from municipality_former where into_code = :former
                            """)
                    .param("former", code)
                    .param("into", into.code())
                    .param("on", on)
                    .update();
        }
        SERVING.forEach(serving -> goOn(serving, array(former), into.code(), on));
        trail.note(by, Trail.Action.CHANGED, "people.merger", null, into.code());
    }

    /** What began later begins with the new one on its own day; what ran goes on with it. */
    private void goOn(Serving serving, String former, String into, LocalDate on) {
        String table = serving.table();
        String column = serving.column();
        List<UUID> who = jdbc.sql("select distinct " + column + " from " + table + " where municipality_code"
                        + " = any(cast(:former as text[])) and (until_on is null or until_on >= :on)")
                .param("former", former)
                .param("on", on)
                .query(UUID.class)
                .list();
        for (UUID each : who) {
            // the new one is served already: only from an earlier day
            int widened = jdbc.sql("update " + table + " set from_on = least(from_on, greatest(cast(:on as date),"
                            + " (select min(f.from_on) from " + table + " f where f." + column + " = :who"
                            + " and f.municipality_code = any(cast(:former as text[])))))"
                            + " where " + column + " = :who and municipality_code = :into"
                            + " and from_on = (select min(x.from_on) from " + table + " x where x." + column
                            + " = :who and x.municipality_code = :into and (x.until_on is null or x.until_on >= :on))")
                    .param("on", on)
                    .param("who", each)
                    .param("former", former)
                    .param("into", into)
                    .update();
            if (widened == 0) {
                jdbc.sql("insert into " + table + " (" + column + ", municipality_code, from_on, until_on)"
                                + " select :who, :into, greatest(cast(:on as date), min(from_on)),"
                                + " case when bool_or(until_on is null) then null else max(until_on) end"
                                + " from " + table + " where " + column
                                + " = :who and municipality_code = any(cast(:former as text[]))"
                                + " and (until_on is null or until_on >= :on)")
                        .param("who", each)
                        .param("into", into)
                        .param("on", on)
                        .param("former", former)
                        .update();
            }
        }
        jdbc.sql("delete from " + table + " where municipality_code = any(cast(? as text[])) and from_on >= ?")
                .param(former)
                .param(on)
                .update();
        jdbc.sql("update " + table + " set until_on = cast(:on as date) - 1 where municipality_code"
                        + " = any(cast(:former as text[])) and (until_on is null or until_on >= :on)")
                .param("on", on)
                .param("former", former)
                .update();
    }

    private List<String> serving(Serving serving, Set<String> former, LocalDate on) {
        return jdbc.sql("select n.name from " + serving.named() + " n where exists (select 1 from " + serving.table()
                        + " s where s." + serving.column() + " = n.id and s.municipality_code"
                        + " = any(cast(:former as text[])) and (s.until_on is null or s.until_on >= :on))"
                        + " order by n.name collate dutch")
                .param("former", array(former))
                .param("on", on)
                .query(String.class)
                .list();
    }

    private void refuseGone(Set<String> former, Municipality into) {
        if (former.isEmpty()) {
            throw new RuleBroken("people.merger.former-needed");
        }
        List<String> gone = jdbc.sql("""
                        select distinct m.name from municipality_former f join municipality m on m.code = f.former_code
                        where f.former_code = any(cast(:former as text[])) or f.former_code = :into order by 1
                        """)
                .param("former", array(former))
                .param("into", into.code())
                .query(String.class)
                .list();
        if (!gone.isEmpty()) {
            throw new RuleBroken("people.merger.gone", String.join(", ", gone));
        }
    }

    private static String array(Set<String> codes) {
        return codes.stream().collect(Collectors.joining(",", "{", "}"));
    }
}
