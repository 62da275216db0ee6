package nl.meedoen.participants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
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

    /** The version of the texts that are shown now. */
    public static final String TEXT_VERSION = "2026-1";

    /** Codes and words of a recipient that is not the usual one are no longer than this. */
    public static final int LONGEST_RECIPIENT = 120;

    /**
     * What is agreed to.
     *
     * @param recipient who may get it; null for whom the text names by itself, and then the municipality is the one where
     *     the participant lives
     * @param textVersion of the text that was shown
     * @param language of that text, ISO 639
     */
    public record Given(
            Purpose purpose, @Nullable String recipient, How how, String textVersion, String language, LocalDate on) {}

    /**
     * A consent as it was given, and perhaps withdrawn.
     *
     * @param recipient for a municipality its code
     * @param here false for a municipality where the participant does not live any more
     * @param scan the document with the signed paper
     * @param signed whether it was signed on the screen
     */
    public record Consent(
            UUID id,
            Purpose purpose,
            @Nullable String recipient,
            boolean here,
            String textVersion,
            String language,
            LocalDate givenOn,
            LocalDate validUntil,
            How how,
            String recordedBy,
            Instant recordedAt,
            @Nullable LocalDate withdrawnOn,
            @Nullable String withdrawnBy,
            @Nullable UUID scan,
            boolean signed) {

        /** Whether something may be shared on the ground of it. */
        public boolean holds(LocalDate today) {
            return here && withdrawnOn == null && !validUntil.isBefore(today);
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

    /** Records a consent to the text of now, for whom that text names by itself. */
    public void give(Actor actor, ParticipantId id, Purpose purpose, How how, String language, LocalDate on) {
        give(actor, id, new Given(purpose, null, how, TEXT_VERSION, language, on));
    }

    /** Records a consent for a year from the day it was given; its id. */
    public UUID give(Actor actor, ParticipantId id, Given given) {
        dossiers.reach(actor, id);
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        if (given.on().isAfter(today)) {
            throw new RuleBroken("participants.day-in-future");
        }
        UUID consent = Uuids.next();
        jdbc.sql("""
                        insert into consent (id, participant_id, purpose, recipient, text_version, language, given_on,
                            valid_until, how, recorded_by, recorded_at)
                        values (:id, :participant, :purpose, :recipient, :version, :language, :on, :until, :how, :by, :at)
                        """)
                .param("id", consent)
                .param("participant", id.value())
                .param("purpose", given.purpose().name())
                .param("recipient", recipient(id, given))
                .param("version", given.textVersion())
                .param("language", given.language())
                .param("on", given.on())
                .param("until", given.on().plusYears(1))
                .param("how", given.how().name())
                .param("by", actor.id().value())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        trail.dossier(actor, Trail.Action.CREATED, "consent", consent, id);
        return consent;
    }

    private @Nullable String recipient(ParticipantId id, Given given) {
        return given.purpose() == Purpose.MUNICIPALITY && given.recipient() == null ? residence(id) : given.recipient();
    }

    /** The code of the municipality where a participant lives whom the caller has reached. */
    @Transactional(readOnly = true)
    public String residence(ParticipantId id) {
        return jdbc.sql("select municipality_code from glance where participant_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
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

    /** Withdraws one consent; nothing is shared on its ground from the next request on. */
    public void withdraw(Actor actor, ParticipantId id, UUID consent) {
        dossiers.reach(actor, id);
        int changed = jdbc.sql("""
                        update consent set withdrawn_on = ?, withdrawn_by = ?
                        where id = ? and participant_id = ? and withdrawn_on is null
                        """)
                .params(LocalDate.now(clock.withZone(Words.ZONE)), actor.id().value(), consent, id.value())
                .update();
        if (changed == 0) {
            throw new NotFound();
        }
        trail.dossier(actor, Trail.Action.CHANGED, "consent.withdrawn", consent, id);
    }

    /** All consents of a participant whom the caller has reached, newest first. */
    @Transactional(readOnly = true)
    public List<Consent> of(ParticipantId id) {
        return jdbc.sql("""
                        select c.*, a.name by_name, w.name withdrawn_name,
                            c.purpose <> 'MUNICIPALITY' or c.recipient = g.municipality_code here,
                            exists (select 1 from consent_signature s where s.consent_id = c.id) signed
                        from consent c join glance g on g.participant_id = c.participant_id
                             join account a on a.id = c.recorded_by left join account w on w.id = c.withdrawn_by
                        where c.participant_id = ? order by c.given_on desc, c.id desc
                        """).param(id.value()).query((row, n) -> consent(row)).list();
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getObject("id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("recipient"),
                row.getBoolean("here"),
                row.getString("text_version"),
                row.getString("language"),
                row.getObject("given_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                How.valueOf(row.getString("how")),
                row.getString("by_name"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getObject("withdrawn_on", LocalDate.class),
                row.getString("withdrawn_name"),
                row.getObject("scan_id", UUID.class),
                row.getBoolean("signed"));
    }
}
