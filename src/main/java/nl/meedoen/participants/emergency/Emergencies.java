package nl.meedoen.participants.emergency;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.holdings.EveryRow;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a coordinator read a dossier of another location for an hour. Who opened it, when and why, the coordinators of its
 * location get by mail and on Today; each line of the trail says that it was an emergency.
 */
@Service
@Transactional
public class Emergencies {

    /** How long a dossier stays open. */
    public static final Duration LASTING = Duration.ofMinutes(60);

    /** How long the location sees on Today that one was opened. */
    static final Duration SHOWN = Duration.ofDays(7);

    /** So many dossiers in a day, and the next one has to wait: an emergency is rare. */
    public static final int A_DAY = 5;

    /**
     * An opening, for whoever did it and for the coordinators of the location.
     *
     * @param mine whether the reader opened it
     * @param name of the participant; empty once it is closed to the reader
     */
    public record Opening(
            UUID id,
            ParticipantId participant,
            String number,
            String name,
            String by,
            String location,
            String reason,
            Instant from,
            Instant until,
            boolean running,
            boolean mine) {}

    private record Found(UUID participant, UUID location) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final EveryRow everyRow;
    private final EmergencyLetters letters;
    private final Trail trail;
    private final Vault vault;
    private final Clock clock;

    Emergencies(
            JdbcClient jdbc,
            Dossiers dossiers,
            EveryRow everyRow,
            EmergencyLetters letters,
            Trail trail,
            Vault vault,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.everyRow = everyRow;
        this.letters = letters;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Opens a dossier of another location.
     *
     * @param number of the dossier, as VIP-2026-000123
     * @throws RuleBroken when there is none with this number, or after {@link #A_DAY} in a day; that is in the trail as well
     */
    public ParticipantId open(Actor actor, String number, String reason) {
        Instant now = clock.instant();
        long today = jdbc.sql("select count(*) from emergency_access where account_id = ? and begun_at > ?")
                .params(actor.id().value(), Timestamp.from(now.minus(Duration.ofDays(1))))
                .query(Long.class)
                .single();
        if (today >= A_DAY) {
            trail.refused(actor, "emergency");
            throw new RuleBroken("emergency.too-many", A_DAY);
        }
        Found found = everyRow.during(() -> jdbc.sql("""
                        select id, location_id from participant where number = ? and merged_into is null
                        """)
                .param(number.strip().toUpperCase(Locale.ROOT))
                .query((row, n) -> new Found(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional()
                .orElse(null));
        if (found == null) {
            trail.refused(actor, "emergency");
            throw new RuleBroken("emergency.unknown");
        }
        ParticipantId id = new ParticipantId(found.participant());
        if (actor.locations().contains(new LocationId(found.location()))) {
            return id; // it is open already
        }
        UUID opening = Uuids.next();
        Instant until = now.plus(LASTING);
        jdbc.sql("""
                        insert into emergency_access (id, participant_id, account_id, location_id, reason, begun_at, ends_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(opening, id.value(), actor.id().value(), found.location(), vault.seal(reason))
                .params(Timestamp.from(now), Timestamp.from(until))
                .update();
        trail.dossier(actor, Trail.Action.CREATED, "emergency", opening, id);
        letters.opened(actor, found.location(), number.strip().toUpperCase(Locale.ROOT), until);
        return id;
    }

    /**
     * Ends it before its time.
     *
     * @throws NotFound where nothing is open and the dossier is not one's own
     */
    public void end(Actor actor, ParticipantId id) {
        int ended = jdbc.sql("""
                        update emergency_access set ended_at = ?
                        where participant_id = ? and account_id = ? and ended_at is null and ends_at > ?
                        """)
                .params(Timestamp.from(clock.instant()), id.value())
                .params(actor.id().value(), Timestamp.from(clock.instant()))
                .update();
        if (ended > 0) {
            trail.dossier(actor, Trail.Action.REMOVED, "emergency", null, id);
        } else {
            dossiers.own(actor, id);
        }
    }

    /** What was opened in the past seven days at the own locations, and by oneself, the newest first; at most fifty. */
    public List<Opening> recent(Actor actor) {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select e.id, e.participant_id, coalesce(g.number, ''), coalesce(g.name, ''), a.name, l.name, e.reason,
                            e.begun_at, coalesce(e.ended_at, e.ends_at), e.account_id = :who
                        from emergency_access e join account a on a.id = e.account_id join location l on l.id = e.location_id
                            left join glance g on g.participant_id = e.participant_id
                        where (e.account_id = :who or e.location_id = any(:locations)) and e.begun_at > :since
                        order by e.begun_at desc, e.id limit 50
                        """)
                .param("who", actor.id().value())
                .param("locations", actor.locationArray())
                .param("since", Timestamp.from(now.minus(SHOWN)))
                .query((row, n) -> {
                    Instant until = row.getTimestamp(9).toInstant();
                    return new Opening(
                            row.getObject(1, UUID.class),
                            new ParticipantId(row.getObject(2, UUID.class)),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            String.valueOf(vault.open(row.getBytes(7))),
                            row.getTimestamp(8).toInstant(),
                            until,
                            until.isAfter(now),
                            row.getBoolean(10));
                })
                .list();
    }
}
