package nl.meedoen.participants.registration;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.privacy.Vault;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals, once, the notes that were kept as plain text before: the key is not in the database, so no migration can. Of two
 * instances that start together one takes each row.
 */
@Component
class SealedNotes {

    private static final int AT_ONCE = 500;

    private record Note(UUID id, String text) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final TransactionTemplate transactions;

    SealedNotes(JdbcClient jdbc, Vault vault, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.transactions = transactions;
    }

    @EventListener(ApplicationReadyEvent.class)
    void seal() {
        ActingAs.service(() -> {
            all("participant", "reachable_note");
            all("coach_assignment", "reason");
        });
    }

    private void all(String table, String column) {
        Integer sealed;
        do {
            sealed = transactions.execute(tx -> some(table, column));
        } while (sealed != null && sealed == AT_ONCE);
    }

    private int some(String table, String column) {
        List<Note> plain = jdbc.sql("select id, %2$s_plain from %1$s where %2$s_plain is not null limit %3$d for update"
                        .formatted(table, column, AT_ONCE))
                .query((row, n) -> new Note(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        plain.forEach(note -> jdbc.sql("update %1$s set %2$s = coalesce(%2$s, ?), %2$s_plain = null where id = ?"
                        .formatted(table, column))
                .param(vault.seal(note.text()))
                .param(note.id())
                .update());
        return plain.size();
    }
}
