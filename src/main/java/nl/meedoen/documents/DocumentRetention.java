package nl.meedoen.documents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Throws away for good what was removed more than thirty days ago. */
@Component
public class DocumentRetention {

    private final JdbcClient jdbc;
    private final Trail trail;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DocumentRetention(JdbcClient jdbc, Trail trail, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 240_000)
    void each() {
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> forget()));
    }

    /** Throws away, in the caller's transaction, what can no longer be put back; how many documents. */
    public int forget() {
        LocalDate first = LocalDate.now(clock.withZone(Words.ZONE)).minusDays(Documents.DAYS_TO_RESTORE);
        List<UUID> old = jdbc.sql("""
                        select id from document where removed_at < ? order by removed_at limit 200 for update skip locked
                        """)
                .param(Timestamp.from(first.atStartOfDay(Words.ZONE).toInstant()))
                .query(UUID.class)
                .list();
        for (UUID document : old) {
            jdbc.sql("delete from document_part where file_id in (select id from document_file where document_id = ?)")
                    .param(document)
                    .update();
            jdbc.sql("delete from document_file where document_id = ?")
                    .param(document)
                    .update();
            jdbc.sql("delete from document where id = ?").param(document).update();
            trail.service(Trail.Action.REMOVED, "document", document);
        }
        return old.size();
    }
}
