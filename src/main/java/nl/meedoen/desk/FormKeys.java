package nl.meedoen.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.webkit.AlreadySaved;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
 * Lets each form count once (ASVS 2.3.3). The key that a form carries is written just before its transaction commits;
 * a second copy finds it there and is rolled back whole.
 */
@Component
class FormKeys implements TransactionExecutionListener {

    static final String PARAMETER = "_key";
    private static final String CLAIMED = FormKeys.class.getName();

    private final ObjectProvider<JdbcClient> jdbc;
    private final Clock clock;

    FormKeys(ObjectProvider<JdbcClient> jdbc, Clock clock) {
        this.jdbc = jdbc;
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
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                // A form that was refused may be sent again, with the same key, from the page before.
                boolean refused = attributes.getResponse() != null
                        && attributes.getResponse().getStatus() >= 400;
                if (!refused && request.getAttribute(CLAIMED) == null) {
                    claim(key, who);
                }
            }

            @Override
            public void afterCommit() {
                request.setAttribute(CLAIMED, Boolean.TRUE);
            }
        });
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
