package nl.meedoen.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import nl.meedoen.access.ActingAs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals the trail each minute: whoever changes or removes a sealed row afterwards breaks the chain of hashes. */
@Component
public class TrailSeals {

    /** Any number that only this job uses; the lock keeps two instances from sealing at the same time. */
    private static final long LOCK = 7_340_001;

    // as text that does not depend on the connection's time zone, and in which nothing can move to the next column
    private static final String ROWS = """
            select jsonb_build_array(id, at at time zone 'UTC', actor_id, role, action, subject, subject_id, participant_id,
                detail, result, origin)::text
            from trail where written_in >= cast(? as xid8) and written_in < cast(? as xid8) order by written_in, id
            """;

    private record Seal(String before, byte[] hash, long rows) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TrailSeals(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${meedoen.trail.every:60s}", initialDelayString = "${meedoen.trail.every:60s}")
    void each() {
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> seal()));
    }

    /** Seals all rows of transactions that have ended; does nothing while another instance is at it. */
    public void seal() {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
        if (!mine) {
            return;
        }
        Seal last = jdbc.sql(
                        "select before_transaction::text, hash, rows_sealed from trail_seal order by id desc limit 1")
                .query((row, n) -> new Seal(row.getString(1), row.getBytes(2), row.getLong(3)))
                .optional()
                .orElse(new Seal("0", new byte[0], 0));
        String horizon = jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        Seal next = chain(last.before(), horizon, last.hash());
        if (next.rows() > 0) {
            jdbc.sql(
                            "insert into trail_seal (sealed_at, before_transaction, rows_sealed, hash) values (?, cast(? as xid8), ?, ?)")
                    .params(Timestamp.from(clock.instant()), horizon, next.rows(), next.hash())
                    .update();
        }
    }

    /** The first seal that no longer fits its rows, by id; null while the chain is whole. */
    public @Nullable Long firstBroken() {
        record Stored(long id, String before, long rows, byte[] hash) {}
        String from = "0";
        byte[] hash = new byte[0];
        for (Stored stored : jdbc.sql(
                        "select id, before_transaction::text, rows_sealed, hash from trail_seal order by id")
                .query((row, n) -> new Stored(row.getLong(1), row.getString(2), row.getLong(3), row.getBytes(4)))
                .list()) {
            Seal now = chain(from, stored.before(), hash);
            if (now.rows() != stored.rows() || !MessageDigest.isEqual(now.hash(), stored.hash())) {
                return stored.id();
            }
            from = stored.before();
            hash = stored.hash();
        }
        return null;
    }

    private Seal chain(String from, String before, byte[] previous) {
        MessageDigest digest = sha256();
        digest.update(previous);
        long[] rows = {0};
        jdbc.sql(ROWS).params(from, before).query(row -> {
            digest.update(row.getString(1).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            rows[0]++;
        });
        return new Seal(before, digest.digest(), rows[0]);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
