package nl.meedoen.post;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes letters in; a job sends them. A letter exists if, and only if, the change that asked for it was saved. */
@Component
public class Post {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Post(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Hands in a letter in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(String to, String subject, String text) {
        handIn(to, subject, text, null, null);
    }

    /**
     * Hands in a letter that its reader can stop, and that is of no use after some time.
     *
     * @param stop the address that stops letters of this kind: to read, and to be called by a mail program (RFC 8058)
     * @param goodUntil after this it is not sent any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendStoppable(String to, String subject, String text, String stop, Instant goodUntil) {
        handIn(to, subject, text, stop, goodUntil);
    }

    private void handIn(String to, String subject, String text, @Nullable String stop, @Nullable Instant goodUntil) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into letter (id, recipient, subject, body, handed_in_at, next_try_at, unsubscribe, good_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Uuids.next())
                .param(to)
                .param(subject)
                .param(vault.seal(text))
                .param(now)
                .param(now)
                .param(vault.sealOptional(stop))
                .param(goodUntil == null ? null : Timestamp.from(goodUntil))
                .update();
    }
}
