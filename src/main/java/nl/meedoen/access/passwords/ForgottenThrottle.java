package nl.meedoen.access.passwords;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a mailbox from being filled with links that its owner did not ask for. Each request is counted, so that one for
 * an address without an account writes to the database too and takes as long (ASVS 6.3.8).
 */
@Component
public class ForgottenThrottle {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int LINKS_OF_ACCOUNT = 10;
    private static final int LINKS_OF_ADDRESS = 60;

    private final JdbcClient jdbc;
    private final Clock clock;

    ForgottenThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Counts a request in the caller's transaction.
     *
     * @param email folded
     * @param address of the network that it comes from
     * @return whether a link may be sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mayAsk(String email, String address) {
        Instant now = clock.instant();
        byte[] key = key(email);
        jdbc.sql("insert into forgotten_request (account_key, address, asked_at) values (?, ?, ?)")
                .params(key, address, Timestamp.from(now))
                .update();
        jdbc.sql("delete from forgotten_request where asked_at < ?")
                .param(Timestamp.from(now.minus(Duration.ofDays(1))))
                .update();
        Timestamp since = Timestamp.from(now.minus(WINDOW));
        long ofAccount = jdbc.sql("select count(*) from forgotten_request where account_key = ? and asked_at > ?")
                .params(key, since)
                .query(Long.class)
                .single();
        long ofAddress = jdbc.sql("select count(*) from forgotten_request where address = ? and asked_at > ?")
                .params(address, since)
                .query(Long.class)
                .single();
        return ofAccount <= LINKS_OF_ACCOUNT && ofAddress <= LINKS_OF_ADDRESS;
    }

    private static byte[] key(String email) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(email.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
