package nl.meedoen.participants.retention;

import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a coordinator erase the notes of a person, or the whole dossier, when its time has come. */
@Service
@Transactional
public class Erasing {

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Retention retention;
    private final Removal removal;
    private final ErasureRegister register;
    private final Trail trail;
    private final Clock clock;

    Erasing(
            JdbcClient jdbc,
            Dossiers dossiers,
            Retention retention,
            Removal removal,
            ErasureRegister register,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.retention = retention;
        this.removal = removal;
        this.register = register;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was done: how many rows went, and in how many columns nothing was found afterwards. */
    public record Done(Standing.What what, int rows, int columns) {}

    /** Whether somebody typed the name that stands above the dossier. */
    public boolean isName(Actor actor, ParticipantId id, String typed) {
        return plain(dossiers.own(actor, id).name()).equals(plain(typed));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Erases what may go now.
     *
     * @param mark of the counts that the coordinator saw
     * @throws StaleVersion when the dossier changed since
     * @throws RuleBroken when it is held, not ended or not due yet, or when a trace was found elsewhere
     */
    public Done erase(Actor actor, ParticipantId id, Standing.Basis basis, String mark) {
        dossiers.own(actor, id);
        // first what the search for likely doubles holds while it writes about a participant, or each waits for the
        // other
        jdbc.sql("select 1 from participant_search where participant_id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .list();
        jdbc.sql("select 1 from participant where id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .list();
        Standing standing = retention.standing(actor, id);
        Standing.What what = standing.what();
        if (what == null) {
            throw new RuleBroken(standing.hold() != null ? "retention.is-held" : "retention.not-yet");
        }
        if (!standing.mark().equals(mark)) {
            throw new StaleVersion();
        }
        UUID location = jdbc.sql("select location_id from participant where id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
        Collection<UUID> ids = retention.ids(id);
        Done done = removal.of(what, ids);
        Erasure erasure = new Erasure(
                Uuids.next(),
                id.value(),
                ids.stream().filter(part -> !part.equals(id.value())).toList(),
                what,
                basis,
                clock.instant(),
                actor.id().value());
        register.enter(erasure, location, done);
        trail.dossier(actor, Trail.Action.REMOVED, erasure.subject(), erasure.id(), id);
        return done;
    }
}
