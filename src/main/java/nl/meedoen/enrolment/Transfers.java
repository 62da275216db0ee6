package nl.meedoen.enrolment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Caseload;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a dossier to another location, whole: plan, talks, documents, placements, groups and consents go along. The coach
 * stops, unless the locations agreed otherwise, and the other location is told.
 */
@Service
@Transactional
public class Transfers {

    /** One transfer, as the dossier shows it. */
    public record Transfer(
            UUID id,
            String from,
            String to,
            Instant at,
            String by,
            String reason,
            @Nullable Instant receivedAt,
            @Nullable String receivedBy) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Caseload caseload;
    private final Organisation organisation;
    private final TransferLetters letters;
    private final Trail trail;
    private final Vault vault;
    private final Clock clock;

    Transfers(
            JdbcClient jdbc,
            Dossiers dossiers,
            Caseload caseload,
            Organisation organisation,
            TransferLetters letters,
            Trail trail,
            Vault vault,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.caseload = caseload;
        this.organisation = organisation;
        this.letters = letters;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /** Where a dossier may go: every location but the one where it is. */
    @Transactional(readOnly = true)
    public List<Organisation.Location> targets(Actor actor, ParticipantId id) {
        LocationId now = location(actor, id);
        return organisation.locations().stream()
                .filter(one -> !one.id().equals(now))
                .toList();
    }

    /**
     * Gives the dossier away; from the next request on it is the other location's.
     *
     * @param keepCoach whether the coach goes along
     */
    public void transfer(Actor actor, ParticipantId id, LocationId to, String reason, boolean keepCoach) {
        LocationId from = location(actor, id);
        if (from.equals(to)) {
            throw new RuleBroken("enrolment.transfer-same");
        }
        if (reason.isBlank()) {
            throw new RuleBroken("participants.reason-needed");
        }
        if (organisation.locations().stream().noneMatch(one -> one.id().equals(to))) {
            throw new NotFound();
        }
        if (!keepCoach) {
            caseload.release(actor, id);
        }
        jdbc.sql("delete from waiting_priority where participant_id = ?")
                .param(id.value())
                .update();
        UUID transfer = Uuids.next();
        jdbc.sql("""
                        insert into transfer (id, participant_id, from_location_id, to_location_id, transferred_at,
                            transferred_by, reason) values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        transfer,
                        id.value(),
                        from.value(),
                        to.value(),
                        Timestamp.from(clock.instant()),
                        actor.id().value(),
                        vault.seal(reason.strip()))
                .update();
        trail.dossier(actor, Trail.Action.CHANGED, "enrolment.transferred", transfer, id);
        letters.tell(id, to);
        // the last statement: after it the row-level security hides the dossier from whoever gave it away
        jdbc.sql("select transfer_participant(?, ?)")
                .params(id.value(), to.value())
                .query((row, n) -> true)
                .list();
    }

    /** Says that the dossier was seen here. */
    public void receive(Actor actor, ParticipantId id, UUID transfer) {
        dossiers.reach(actor, id);
        int written = jdbc.sql("""
                        update transfer set received_at = ?, received_by = ?
                        where id = ? and participant_id = ? and received_at is null
                        """)
                .params(Timestamp.from(clock.instant()), actor.id().value(), transfer, id.value())
                .update();
        if (written == 0) {
            throw new NotFound();
        }
        trail.dossier(actor, Trail.Action.CHANGED, "enrolment.received", transfer, id);
    }

    /** All transfers of somebody whom the caller has reached, the newest first. */
    @Transactional(readOnly = true)
    public List<Transfer> of(ParticipantId id) {
        return jdbc.sql("""
                        select t.id, f.name from_name, o.name to_name, t.transferred_at, a.name by_name, t.reason,
                            t.received_at, r.name received_name
                        from transfer t join location f on f.id = t.from_location_id
                             join location o on o.id = t.to_location_id join account a on a.id = t.transferred_by
                             left join account r on r.id = t.received_by
                        where t.participant_id = ? order by t.transferred_at desc limit 50
                        """)
                .param(id.value())
                .query((row, n) -> new Transfer(
                        row.getObject("id", UUID.class),
                        row.getString("from_name"),
                        row.getString("to_name"),
                        row.getTimestamp("transferred_at").toInstant(),
                        row.getString("by_name"),
                        String.valueOf(vault.open(row.getBytes("reason"))),
                        row.getTimestamp("received_at") == null
                                ? null
                                : row.getTimestamp("received_at").toInstant(),
                        row.getString("received_name")))
                .list();
    }

    private LocationId location(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        return new LocationId(jdbc.sql("select location_id from glance where participant_id = ?")
                .param(id.value())
                .query(UUID.class)
                .single());
    }
}
