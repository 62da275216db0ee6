package nl.meedoen.participants;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.webkit.Words;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The first wall: the condition that every query about participants carries. The second wall is row-level security,
 * which says the same in the database.
 */
@Component
public class ParticipantScope {

    private final Clock clock;

    ParticipantScope(Clock clock) {
        this.clock = clock;
    }

    /** A condition in SQL, with the named parameters that it uses. */
    public record Condition(String sql, Map<String, Object> params) {}

    /**
     * Whom the actor may see, as a condition on a table with the columns {@code location_id} and, for client managers,
     * {@code municipality_code} and {@code shared_until}.
     *
     * @param table the alias of that table, such as {@code glance g}'s {@code g}
     * @param idColumn its column with the participant's id
     */
    public Condition of(Actor actor, String table, String idColumn) {
        Map<String, Object> params = new LinkedHashMap<>();
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        Role role = actor.role();
        return switch (role) {
            case COORDINATOR -> {
                params.put(
                        "scopeLocations",
                        actor.locations().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")));
                yield new Condition(table + ".location_id = any(cast(:scopeLocations as uuid[]))", params);
            }
            case COACH, TRAINER -> {
                params.put("scopeAccount", actor.id().value());
                params.put("scopeCapacity", role.name());
                params.put("scopeToday", today);
                yield new Condition(
                        table + "." + idColumn
                                + " = any(array(select participant_id from reach where account_id = :scopeAccount"
                                + " and capacity = :scopeCapacity and from_on <= :scopeToday"
                                + " and (until_on is null or until_on >= :scopeToday)))",
                        params);
            }
            case CLIENT_MANAGER -> {
                params.put(
                        "scopeMunicipalities",
                        String.join(",", actor.municipalities()).transform(codes -> "{" + codes + "}"));
                params.put("scopeToday", today);
                yield new Condition(
                        table + ".municipality_code = any(cast(:scopeMunicipalities as text[])) and " + table
                                + ".shared_until >= :scopeToday",
                        params);
            }
            case NATIONAL_LEAD, ADMINISTRATOR -> new Condition("false", params);
        };
    }

    /**
     * Whom the actor may see, cut into slices that each lie together in an index, such as one location. A query that takes
     * the first so many of each slice reads those and no more, however many people there are:
     * {@code from <slices> cross join lateral (select … where <sql> … order by … limit n)}.
     *
     * @param from what names the slices
     * @param sql the condition within a slice
     */
    public record Slices(String from, String sql, Map<String, Object> params) {}

    /** As {@link #of(Actor, String, String)}, in slices. */
    public Slices slices(Actor actor, String table, String idColumn) {
        Condition all = of(actor, table, idColumn);
        return switch (actor.role()) {
            case COORDINATOR ->
                new Slices(
                        "unnest(cast(:scopeLocations as uuid[])) own(slice)",
                        table + ".location_id = own.slice",
                        all.params());
            case CLIENT_MANAGER ->
                new Slices(
                        "unnest(cast(:scopeMunicipalities as text[])) own(slice)",
                        table + ".municipality_code = own.slice and " + table + ".shared_until >= :scopeToday",
                        all.params());
            case COACH, TRAINER, NATIONAL_LEAD, ADMINISTRATOR ->
                new Slices("(values (0)) own(slice)", all.sql(), all.params());
        };
    }

    /**
     * Which contacts of whom the actor may see the actor may read, as a condition on a table with the columns {@code
     * participant_id}, {@code author_id} and {@code held_on}: a coordinator all, a coach what the handover left and what
     * the coach wrote.
     */
    public Condition contacts(Actor actor, String table) {
        if (actor.role() != Role.COACH) {
            return new Condition("true", Map.of());
        }
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("scopeAccount", actor.id().value());
        params.put("scopeToday", LocalDate.now(clock.withZone(Words.ZONE)));
        return new Condition(
                "(%1$s.author_id = :scopeAccount or exists (select 1 from reach r where r.participant_id = %1$s.participant_id"
                                .formatted(table)
                        + " and r.account_id = :scopeAccount and r.capacity = 'COACH' and r.from_on <= :scopeToday"
                        + " and (r.until_on is null or r.until_on >= :scopeToday)"
                        + " and (r.contacts_from is null or r.contacts_from <= %s.held_on)))".formatted(table),
                params);
    }

    /**
     * As {@link #ofGlance}, and for reading one dossier also those that a coordinator opened in an emergency, until that ends.
     * A form changes nothing there, and no list holds them.
     */
    public Condition ofDossier(Actor actor) {
        Condition own = ofGlance(actor);
        if (actor.role() != Role.COORDINATOR || !isReading()) {
            return own;
        }
        Map<String, Object> params = new LinkedHashMap<>(own.params());
        params.put("scopeAccount", actor.id().value());
        params.put("scopeNow", java.sql.Timestamp.from(clock.instant()));
        return new Condition(
                "(" + own.sql() + " or g.participant_id = any(array(select e.participant_id from emergency_access e"
                        + " where e.account_id = :scopeAccount and e.ended_at is null and e.ends_at > :scopeNow)))",
                params);
    }

    private static boolean isReading() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getRequest().getMethod().equals("GET");
    }

    /** As {@link #of(Actor, String, String)} for the table {@code glance} under the alias {@code g}. */
    public Condition ofGlance(Actor actor) {
        return of(actor, "g", "participant_id");
    }
}
