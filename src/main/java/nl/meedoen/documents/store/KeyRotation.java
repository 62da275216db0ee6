package nl.meedoen.documents.store;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After a newer key was added to {@code meedoen.keys}: seals the key of every file with it. The files themselves stay as
 * they are. Once it has said in the log that none is left, nothing of the files needs the older key.
 */
@Component
public class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    private static final int AT_ONCE = 500;

    private record FileKey(UUID file, byte[] sealed) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Trail trail;
    private final TransactionTemplate transactions;

    KeyRotation(JdbcClient jdbc, Vault vault, Trail trail, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.trail = trail;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = 86_400_000, initialDelay = 120_000)
    void each() {
        int changed = 0;
        int some;
        do {
            some = ActingAs.service(() -> {
                Integer count = transactions.execute(tx -> rotate());
                return count == null ? 0 : count;
            });
            changed += some;
        } while (some > 0);
        if (changed > 0) {
            log.info(
                    "the keys of {} files are sealed with key {}; none is left with an older one",
                    changed,
                    vault.newest());
        }
    }

    /** Seals some keys anew, in the caller's transaction; how many, and zero when none was left. */
    public int rotate() {
        // a row that another instance is at is skipped, it will be done there
        List<FileKey> old = jdbc.sql("""
                        select id, key from document_file where get_byte(key, 0) <> ? order by id limit ?
                        for update skip locked
                        """)
                .params(Byte.toUnsignedInt(vault.newest()), AT_ONCE)
                .query((row, n) -> new FileKey(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
        for (FileKey key : old) {
            jdbc.sql("update document_file set key = ? where id = ?")
                    .params(vault.seal(String.valueOf(vault.open(key.sealed()))), key.file())
                    .update();
        }
        if (!old.isEmpty()) {
            trail.service(Trail.Action.CHANGED, "document.keys", old.size() + " keys");
        }
        return old.size();
    }
}
