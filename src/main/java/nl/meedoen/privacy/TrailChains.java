package nl.meedoen.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import nl.meedoen.access.ActingAs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins a new chain of seals, before the first page is served, when the numbers of transactions began again: the
 * database was restored on another server. What was not sealed yet is sealed with the old chain, which stays provable.
 */
@Component
class TrailChains implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(TrailChains.class);

    private static final String NUMBERS_BEGAN_AGAIN = """
            select exists (select 1 from trail where chain = trail_chain_now() and written_in >= pg_current_xact_id())
                or exists (select 1 from trail_seal
                    where chain = trail_chain_now() and before_transaction > pg_current_xact_id())
            """;

    private final JdbcClient jdbc;
    private final TrailSeals seals;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TrailChains(JdbcClient jdbc, TrailSeals seals, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> check()));
    }

    /** Begins a new chain where the numbers began again; whether it did. */
    boolean check() {
        seals.lock();
        if (!jdbc.sql(NUMBERS_BEGAN_AGAIN).query(Boolean.class).single()) {
            return false;
        }
        seals.sealRest();
        jdbc.sql("insert into trail_chain (id, begun_at) values (trail_chain_now() + 1, ?)")
                .param(Timestamp.from(clock.instant()))
                .update();
        log.warn("The database comes from another server: the trail goes on in a new chain of seals");
        return true;
    }
}
