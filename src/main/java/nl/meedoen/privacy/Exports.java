package nl.meedoen.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files that people take away: each is in the trail, and nobody takes more than thirty an hour (ASVS 2.4.1). */
@Component
public class Exports {

    /** How many files somebody may take in an hour. */
    public static final int AN_HOUR = 30;

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Exports(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Writes an export to the trail, in the caller's transaction, before the file is made.
     *
     * @param subject what is taken, such as {@code participants}
     * @param detail which table or how many rows; nothing of a person
     * @throws RuleBroken when this would be one too many in an hour; the refusal is in the trail as well
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(Actor actor, String subject, String detail) {
        register(actor, subject, null, detail);
    }

    /** As {@link #register(Actor, String, String)}, with the id of what is taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(Actor actor, String subject, @Nullable UUID subjectId, String detail) {
        count(actor, subject);
        trail.note(actor, Trail.Action.EXPORTED, subject, subjectId, detail);
    }

    /** As {@link #register(Actor, String, String)}, for a file about one participant: the line is in the dossier's log. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(Actor actor, String subject, ParticipantId participant) {
        count(actor, subject);
        trail.dossier(actor, Trail.Action.EXPORTED, subject, null, participant);
    }

    private void count(Actor actor, String subject) {
        // two requests at once would both count twenty-nine
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("export " + actor.id())
                .query((row, n) -> true)
                .list();
        long taken = jdbc.sql("select count(*) from trail where actor_id = ? and action = 'EXPORTED' and at > ?")
                .param(actor.id().value())
                .param(Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .query(Long.class)
                .single();
        if (taken >= AN_HOUR) {
            trail.refused(actor, "export of " + subject);
            throw new RuleBroken("exports.too-many", AN_HOUR);
        }
    }
}
