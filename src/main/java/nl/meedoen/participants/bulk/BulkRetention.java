package nl.meedoen.participants.bulk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import nl.meedoen.access.ActingAs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets how people stood before something was done for many, once it is too late to take it back. */
@Component
class BulkRetention {

    /** As long as a merge can be undone. */
    static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    BulkRetention(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 360_000)
    void each() {
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> forgetOld()));
    }

    /** Part of the caller's transaction, in the name of the service. */
    void forgetOld() {
        Timestamp before = Timestamp.from(clock.instant().minus(KEPT));
        jdbc.sql("delete from bulk_change_item where bulk_id in (select id from bulk_change where done_at < ?)")
                .param(before)
                .update();
        jdbc.sql("delete from bulk_change where done_at < ?").param(before).update();
    }
}
