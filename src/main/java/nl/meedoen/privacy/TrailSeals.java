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

    /** Any number that only the trail's jobs use, trail_forget() too; two instances never seal at the same time. */
    private static final long LOCK = 7_340_001;

    /** The end of a chain that gets no more lines: the greatest number of a transaction. */
    private static final String END = "18446744073709551615";

    // as text that does not depend on the connection's time zone, and in which nothing can move to the next column;
    // lines from before purposes were kept are sealed without
    private static final String ROWS = """
            select (jsonb_build_array(id, at at time zone 'UTC', actor_id, role, action, subject, subject_id, participant_id,
                detail, result, origin) || case when purpose is null and acting_for is null then '[]'
                else jsonb_build_array(acting_for, purpose) end)::text
            from trail where chain = ? and written_in >= cast(? as xid8) and written_in < cast(? as xid8)
            order by written_in, id
            """;

    private record Seal(int chain, String before, byte[] hash, long rows) {}

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
        if (mine) {
            sealBefore(jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                    .query(String.class)
                    .single());
        }
    }

    /** Waits until no other instance is at the seals, until the end of the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, n) -> true)
                .list();
    }

    /** Seals what is left of a chain that ends. */
    void sealRest() {
        sealBefore(END);
    }

    private void sealBefore(String horizon) {
        int chain = jdbc.sql("select trail_chain_now()").query(Integer.class).single();
        Seal last = jdbc.sql(
                        "select chain, before_transaction::text, hash, rows_sealed from trail_seal order by id desc limit 1")
                .query((row, n) -> new Seal(row.getInt(1), row.getString(2), row.getBytes(3), row.getLong(4)))
                .optional()
                .orElse(new Seal(chain, "0", new byte[0], 0));
        Seal next = next(last, chain, horizon);
        if (next.rows() > 0) {
            jdbc.sql("""
                            insert into trail_seal (sealed_at, chain, before_transaction, rows_sealed, hash)
                            values (?, ?, cast(? as xid8), ?, ?)
                            """)
                    .params(Timestamp.from(clock.instant()), chain, horizon, next.rows(), next.hash())
                    .update();
        }
    }

    /**
     * The first seal that no longer fits its rows, by id; null while the chain is whole. Where lines were removed after
     * their years, it begins at the last seal of those.
     */
    public @Nullable Long firstBroken() {
        record Stored(long id, boolean forgotten, Seal seal) {}
        Seal last = new Seal(0, "0", new byte[0], 0);
        for (Stored stored : jdbc.sql("""
                        select id, forgotten_at is not null, chain, before_transaction::text, hash, rows_sealed
                        from trail_seal order by id
                        """)
                .query((row, n) -> new Stored(
                        row.getLong(1),
                        row.getBoolean(2),
                        new Seal(row.getInt(3), row.getString(4), row.getBytes(5), row.getLong(6))))
                .list()) {
            Seal seal = stored.seal();
            boolean anchor = stored.forgotten() && last.chain() == 0;
            if (!anchor) {
                Seal now = next(last, seal.chain(), seal.before());
                if (now.rows() != seal.rows() || !MessageDigest.isEqual(now.hash(), seal.hash())) {
                    return stored.id();
                }
            }
            last = seal;
        }
        return null;
    }

    /** The seal after another one: over that one's hash and the rows since; all rows of a chain that begins. */
    private Seal next(Seal last, int chain, String before) {
        MessageDigest digest = sha256();
        digest.update(last.hash());
        long[] rows = {0};
        String from = last.chain() == chain ? last.before() : "0";
        jdbc.sql(ROWS).params(chain, from, before).query(row -> {
            digest.update(row.getString(1).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            rows[0]++;
        });
        return new Seal(chain, before, digest.digest(), rows[0]);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
