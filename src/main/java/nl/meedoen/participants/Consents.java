package nl.meedoen.participants;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a participant agreed to, per purpose. No valid record, no sharing (AVG 6 and 7). */
@Service
@Transactional
public class Consents {

    /** What the consent is for. */
    public enum Purpose {
        MUNICIPALITY,
        EMPLOYERS,
        RESEARCH,
        PHOTO
    }

    /** How it was given. */
    public enum How {
        PAPER,
        SCREEN,
        ORAL
    }

    /** The version of the texts in the message files. */
    public static final String TEXT_VERSION = "2026-1";

    /** A consent as it was given, and perhaps withdrawn. */
    public record Consent(
            UUID id,
            Purpose purpose,
            String textVersion,
            LocalDate givenOn,
            LocalDate validUntil,
            How how,
            String recordedBy,
            @Nullable LocalDate withdrawnOn) {

        /** Whether something may be shared on the ground of it. */
        public boolean holds(LocalDate today) {
            return withdrawnOn == null && !validUntil.isBefore(today);
        }
    }

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Trail trail;
    private final Clock clock;

    Consents(JdbcClient jdbc, Dossiers dossiers, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.trail = trail;
        this.clock = clock;
    }

    /** Records a consent for a year from the day it was given. */
    public void give(Actor actor, ParticipantId id, Purpose purpose, How how, String language, LocalDate on) {
        dossiers.reach(actor, id);
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        if (on.isAfter(today)) {
            throw new RuleBroken("participants.day-in-future");
        }
        UUID consent = Uuids.next();
        jdbc.sql("""
                        insert into consent (id, participant_id, purpose, text_version, language, given_on, valid_until, how,
                            recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        consent,
                        id.value(),
                        purpose.name(),
                        TEXT_VERSION,
                        language,
                        on,
                        on.plusYears(1),
                        how.name(),
                        actor.id().value(),
                        Timestamp.from(clock.instant()))
                .update();
        trail.dossier(actor, Trail.Action.CREATED, "consent", consent, id);
    }

    /** Withdraws all consents for a purpose; nothing is shared on their ground from the next request on. */
    public void withdraw(Actor actor, ParticipantId id, Purpose purpose) {
        dossiers.reach(actor, id);
        int changed = jdbc.sql("""
                        update consent set withdrawn_on = ?, withdrawn_by = ?
                        where participant_id = ? and purpose = ? and withdrawn_on is null
                        """)
                .params(LocalDate.now(clock.withZone(Words.ZONE)), actor.id().value(), id.value(), purpose.name())
                .update();
        if (changed == 0) {
            throw new NotFound();
        }
        trail.dossier(actor, Trail.Action.CHANGED, "consent.withdrawn", null, id);
    }

    /** All consents of a participant whom the caller has reached, newest first. */
    @Transactional(readOnly = true)
    public List<Consent> of(ParticipantId id) {
        return jdbc.sql("""
                        select c.id, c.purpose, c.text_version, c.given_on, c.valid_until, c.how, a.name, c.withdrawn_on
                        from consent c join account a on a.id = c.recorded_by
                        where c.participant_id = ? order by c.given_on desc, c.id desc
                        """)
                .param(id.value())
                .query((row, n) -> new Consent(
                        row.getObject(1, UUID.class),
                        Purpose.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        How.valueOf(row.getString(6)),
                        row.getString(7),
                        row.getObject(8, LocalDate.class)))
                .list();
    }
}
