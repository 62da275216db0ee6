package nl.meedoen.participants.retention;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases again, at each start, whoever came back with an older backup: who was erased stays erased (AVG 17). A hold of that
 * day does not stop it: it had been lifted.
 */
@Component
class RepeatedErasures {

    private static final Logger log = LoggerFactory.getLogger(RepeatedErasures.class);

    private final ErasureRegister register;
    private final Removal removal;
    private final Retention retention;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    RepeatedErasures(
            ErasureRegister register,
            Removal removal,
            Retention retention,
            Trail trail,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.register = register;
        this.removal = removal;
        this.retention = retention;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @EventListener(ApplicationStartedEvent.class)
    void start() {
        ActingAs.service(() -> {
            List<Erasure> forgotten = Objects.requireNonNull(transactions.execute(tx -> register.forgotten()));
            forgotten.forEach(this::again);
            transactions.executeWithoutResult(tx -> register.fill());
        });
    }

    private void again(Erasure erasure) {
        try {
            if (Boolean.TRUE.equals(transactions.execute(tx -> repeat(erasure)))) {
                log.warn("A restored backup held a dossier that had been erased on {}: erased again", erasure.at());
            }
        } catch (RuleBroken trace) {
            log.error(
                    "A restored backup holds dossier {}, which had been erased on {}, and it was not erased again:"
                            + " see the line above. Mend that and start again.",
                    erasure.dossier(),
                    erasure.at());
        }
    }

    /** Whether there was anything to erase. */
    private boolean repeat(Erasure erasure) {
        Set<UUID> ids = new LinkedHashSet<>(here(erasure.dossier()));
        erasure.merged().forEach(part -> ids.addAll(here(part)));
        if (ids.isEmpty()) {
            return false;
        }
        // two instances that start together do it once
        UUID location = jdbc.sql("select location_id from participant where id in (:ids) order by id for update")
                .param("ids", ids)
                .query(UUID.class)
                .list()
                .get(0);
        Erasing.Done done = removal.of(erasure.what(), ids);
        register.enter(erasure, location, done);
        trail.service(Trail.Action.REMOVED, erasure.subject(), erasure.id());
        return true;
    }

    /** The dossier with all that became part of it; nothing where it is not there. */
    private Collection<UUID> here(UUID dossier) {
        boolean there = jdbc.sql("select exists (select 1 from participant where id = ?)")
                .param(dossier)
                .query(Boolean.class)
                .single();
        return there ? retention.ids(new ParticipantId(dossier)) : List.of();
    }
}
