package nl.meedoen.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Period;
import java.time.ZonedDateTime;
import nl.meedoen.access.ActingAs;
import nl.meedoen.webkit.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes lines of the trail after their years (BIO2 8.15). The application's role cannot remove any: it asks the
 * database's owner, who takes whole sealed stretches away and keeps the last seal, from which the rest is proven.
 */
@Component
class TrailKeeping {

    private static final Logger log = LoggerFactory.getLogger(TrailKeeping.class);

    private final JdbcClient jdbc;
    private final Trail trail;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Period kept;

    /** @param kept how long a line stays, such as 5y; the database refuses less than a year */
    TrailKeeping(
            JdbcClient jdbc,
            Trail trail,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${meedoen.trail.keep:5y}") Period kept) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(
            initialDelayString = "${meedoen.trail.forget-every:6h}",
            fixedDelayString = "${meedoen.trail.forget-every:6h}")
    void each() {
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> forget()));
    }

    /** Removes what is too old; how many lines. */
    long forget() {
        ZonedDateTime before = clock.instant().atZone(Words.ZONE).minus(kept);
        long gone = jdbc.sql("select trail_forget(?)")
                .param(Timestamp.from(before.toInstant()))
                .query(Long.class)
                .single();
        if (gone > 0) {
            trail.service(Trail.Action.REMOVED, "trail", String.valueOf(gone));
            log.info("The trail: {} lines from before {} are gone", gone, before.toLocalDate());
        }
        return gone;
    }
}
