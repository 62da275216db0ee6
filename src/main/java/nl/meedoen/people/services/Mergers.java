package nl.meedoen.people.services;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.people.MunicipalitiesMerged;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mergers(JdbcClient jdbc, Organisation organisation, Trail trail, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.organisation = organisation;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
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
        boolean isNew = organisation.municipality(into.code()).isEmpty();
        if (isNew) {
            organisation.addMunicipality(into);
        }
        Set<String> all = new TreeSet<>(former);
        all.add(into.code());
        UUID merger = Uuids.next();
        jdbc.sql("""
                        insert into municipality_merger (id, into_code, merged_on, made_new, rows_before, rows_after, made_at, made_by)
                        values (:id, :into, :on, :new, cast(:rows as jsonb), '{}', :now, :by)
                        """)
                .param("id", merger)
                .param("into", into.code())
                .param("on", on)
                .param("new", isNew)
                .param("rows", rows(all))
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.id().value())
                .update();
        for (String code : former) {
            jdbc.sql("""
                            insert into municipality_former (former_code, into_code, merged_on, merger_id)
                            values (:former, :into, :on, :merger)
                            """)
                    .param("merger", merger)
                    .param("former", code)
                    .param("into", into.code())
                    .param("on", on)
                    .update();
            jdbc.sql("""
                            insert into municipality_former (former_code, into_code, merged_on, merger_id)
                            select former_code, :into, :on, :merger from municipality_former where into_code = :former
                            """)
                    .param("merger", merger)
                    .param("former", code)
                    .param("into", into.code())
                    .param("on", on)
                    .update();
        }
        SERVING.forEach(serving -> goOn(serving, array(former), into.code(), on));
        jdbc.sql("update municipality_merger set rows_after = cast(? as jsonb) where id = ?")
                .params(rows(all), merger)
                .update();
        trail.note(by, Trail.Action.CHANGED, "people.merger", merger, into.code());
        events.publishEvent(new MunicipalitiesMerged(into.code()));
    }

    /** A merger as it is kept. */
    private record Kept(String into, boolean isNew, String before, String after) {}

    /**
     * Takes a merger back: the municipalities are there again, and whoever served them serves them as before.
     *
     * @return CBS code of what they had become
     * @throws NotFound when there is no such merger, or it was taken back already
     * @throws RuleBroken when somebody changed since who serves them, when the new one merged further, or when people are
     *     registered there
     */
    String undo(Actor by, UUID merger) {
        Kept kept = jdbc.sql("""
                        select into_code, made_new, cast(rows_before as text), cast(rows_after as text)
                        from municipality_merger where id = ? for update
                        """)
                .param(merger)
                .query((row, n) -> new Kept(row.getString(1), row.getBoolean(2), row.getString(3), row.getString(4)))
                .optional()
                .orElseThrow(NotFound::new);
        Set<String> all = new TreeSet<>(jdbc.sql("select former_code from municipality_former where merger_id = ?")
                .param(merger)
                .query(String.class)
                .list());
        all.add(kept.into());
        boolean further = jdbc.sql("select exists (select 1 from municipality_former where former_code = ?)")
                .param(kept.into())
                .query(Boolean.class)
                .single();
        boolean same = jdbc.sql("select cast(? as jsonb) = cast(? as jsonb)")
                .params(rows(all), kept.after())
                .query(Boolean.class)
                .single();
        if (further || !same) {
            throw new RuleBroken("people.merger.built-upon");
        }
        for (Serving serving : SERVING) {
            jdbc.sql("delete from " + serving.table() + " where municipality_code = any(cast(? as text[]))")
                    .param(array(all))
                    .update();
            jdbc.sql(
                            "insert into %1$s select r.* from jsonb_populate_recordset(cast(null as %1$s), cast(? as jsonb) -> '%1$s') r"
                                    .formatted(serving.table()))
                    .param(kept.before())
                    .update();
        }
        jdbc.sql("delete from municipality_former where merger_id = ?")
                .param(merger)
                .update();
        jdbc.sql("delete from municipality_merger where id = ?").param(merger).update();
        if (kept.isNew()) {
            remove(kept.into());
        }
        trail.note(by, Trail.Action.UNDONE, "people.merger", merger, kept.into());
        events.publishEvent(new MunicipalitiesMerged(kept.into()));
        return kept.into();
    }

    /** An administrator sees no residents: the database says whether there are any. */
    private void remove(String code) {
        try {
            organisation.removeMunicipality(code);
        } catch (DataIntegrityViolationException inUse) {
            throw new RuleBroken("people.merger.residents");
        }
    }

    /** Who serves these municipalities when, in both tables. */
    private String rows(Set<String> codes) {
        return jdbc.sql("select cast(jsonb_build_object("
                        + SERVING.stream()
                                .map(serving ->
                                        ("'%1$s', (select coalesce(jsonb_agg(to_jsonb(t) order by cast(t as text)), '[]')"
                                                        + " from %1$s t where t.municipality_code = any(cast(:codes as text[])))")
                                                .formatted(serving.table()))
                                .collect(Collectors.joining(", "))
                        + ") as text)")
                .param("codes", array(codes))
                .query(String.class)
                .single();
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
