package nl.meedoen.participants.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import nl.meedoen.access.ActingAs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets what a file said about people who were not enrolled: after a month nobody will ask for the error file any
 * more. What stays is how many rows there were, and who is known to be in them already.
 */
@Component
class ImportRetention {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ImportRetention(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = java.util.concurrent.TimeUnit.HOURS)
    void forget() {
        Timestamp limit = Timestamp.from(clock.instant().minus(KEPT));
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> {
            jdbc.sql("delete from import_batch where created_at < ? and sheet is not null")
                    .param(limit)
                    .update();
            jdbc.sql("""
                            update import_row r set content = null,
                                state = case when r.state in ('READY', 'QUESTION', 'DOUBLE') then 'SKIPPED' else r.state end,
                                decision = case when r.state in ('READY', 'QUESTION', 'DOUBLE') then 'LEAVE' else r.decision end
                            from import_batch b
                            where b.id = r.batch_id and b.created_at < ? and r.content is not null
                            """).param(limit).update();
        }));
    }
}
