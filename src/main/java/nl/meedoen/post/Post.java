package nl.meedoen.post;

import java.sql.Timestamp;
import java.time.Clock;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Vault;
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
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql(
                        "insert into letter (id, recipient, subject, body, handed_in_at, next_try_at) values (?, ?, ?, ?, ?, ?)")
                .params(Uuids.next(), to, subject, vault.seal(text), now, now)
                .update();
    }
}
