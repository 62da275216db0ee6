package nl.meedoen.participants.merging;

import java.time.Clock;
import java.time.LocalDate;
import nl.meedoen.access.ActingAs;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Throws away how dossiers were before they became one, once it can no longer be undone; that they did stays. */
@Component
public class MergeRetention {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MergeRetention(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void each() {
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> forgetOld()));
    }

    /** Forgets what is older than the last day of undoing. */
    public void forgetOld() {
        jdbc.sql("delete from merging_row where merging_id in (select id from merging where undo_until < ?)")
                .param(LocalDate.now(clock.withZone(Words.ZONE)))
                .update();
    }
}
