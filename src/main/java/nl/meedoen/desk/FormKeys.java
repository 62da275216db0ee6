package nl.meedoen.desk;

import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.TrailWritten;
import nl.meedoen.webkit.AlreadySaved;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Lets each form count once (ASVS 2.3.3). The key that a form carries is written just before the transaction commits
 * that changes something; a second copy finds it there and is rolled back whole. A handler reads before it changes, and
 * reading writes to the trail: a key that went with that would make the sender believe in a change that never came.
 */
@Component
class FormKeys implements TransactionExecutionListener {

    static final String PARAMETER = "_key";
    private static final String CLAIMED = FormKeys.class.getName();

    private final ObjectProvider<JdbcClient> jdbc;
    private final ObjectProvider<EntityManager> entities;
    private final Clock clock;

    FormKeys(ObjectProvider<JdbcClient> jdbc, ObjectProvider<EntityManager> entities, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable beginFailure) {
        if (beginFailure != null || !transaction.isNewTransaction() || transaction.isReadOnly()) {
            return;
        }
        ActingAs.Identity who = ActingAs.current();
        if (who == null
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
                || !"POST".equals(attributes.getRequest().getMethod())) {
            return;
        }
        HttpServletRequest request = attributes.getRequest();
        UUID key = read(request.getParameter(PARAMETER));
        if (key == null || request.getAttribute(CLAIMED) != null) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new Claim(key, who, attributes));
    }

    /** Every change is in the trail, in its own transaction. */
    @EventListener
    void on(TrailWritten line) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            for (TransactionSynchronization open : TransactionSynchronizationManager.getSynchronizations()) {
                if (open instanceof Claim claim) {
                    claim.note(line.action());
                }
            }
        }
    }

    private final class Claim implements TransactionSynchronization {

        private final UUID key;
        private final ActingAs.Identity who;
        private final ServletRequestAttributes attributes;
        private boolean noted;
        private boolean changed;
        private boolean claimed;

        private Claim(UUID key, ActingAs.Identity who, ServletRequestAttributes attributes) {
            this.key = key;
            this.who = who;
            this.attributes = attributes;
        }

        private void note(Trail.Action action) {
            noted = true;
            changed |= action.changes();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            // A form that was refused may be sent again, with the same key, from the page before.
            boolean refused =
                    attributes.getResponse() != null && attributes.getResponse().getStatus() >= 400;
            boolean taken = attributes.getRequest().getAttribute(CLAIMED) != null;
            if (!refused && !taken && (changed || !noted && wrote())) {
                claim(key, who);
                claimed = true;
            }
        }

        @Override
        public void afterCommit() {
            if (claimed) {
                attributes.getRequest().setAttribute(CLAIMED, Boolean.TRUE);
            }
        }
    }

    /** A few changes, such as one's own password, are not in the trail; the database knows that they are there. */
    private boolean wrote() {
        entities.ifAvailable(EntityManager::flush);
        return jdbc.getObject()
                .sql("select pg_current_xact_id_if_assigned() is not null")
                .query(Boolean.class)
                .single();
    }

    private void claim(UUID key, ActingAs.Identity who) {
        try {
            jdbc.getObject()
                    .sql("insert into form_key (key, account_id, used_at) values (?, ?, ?)")
                    .params(key, UUID.fromString(who.account()), Timestamp.from(clock.instant()))
                    .update();
        } catch (DuplicateKeyException twice) {
            throw new AlreadySaved(twice);
        }
    }

    private static @Nullable UUID read(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /** Keys are kept longer than any page is left open. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forgetOld() {
        jdbc.getObject()
                .sql("delete from form_key where used_at < ?")
                .param(Timestamp.from(clock.instant().minus(java.time.Duration.ofDays(7))))
                .update();
    }
}
