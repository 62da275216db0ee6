package nl.meedoen.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Links that work once and not for long; the database keeps only a hash of them. */
@Component
public class OneTimeLinks {

    /** What a link is for, and how long it works. */
    public enum Purpose {
        INVITE(Duration.ofDays(7)),
        RESET(Duration.ofHours(1));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    /** The account that a working link belongs to. */
    public record Holder(AccountId account, Purpose purpose) {}

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    OneTimeLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes a link and ends those made before for the same account. Returns its path. */
    @Transactional
    public String make(AccountId account, Purpose purpose) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        jdbc.sql("update one_time_link set used_at = ? where account_id = ? and used_at is null")
                .params(Timestamp.from(now), account.value())
                .update();
        jdbc.sql(
                        "insert into one_time_link (token_hash, account_id, purpose, created_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(
                        hash(token),
                        account.value(),
                        purpose.name(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(purpose.life)))
                .update();
        return "/password/" + token;
    }

    /** Whose link this is, while it works. */
    @Transactional(readOnly = true)
    public Optional<Holder> look(String token) {
        return jdbc.sql(
                        "select account_id, purpose from one_time_link where token_hash = ? and used_at is null and expires_at > ?")
                .params(hash(token), Timestamp.from(clock.instant()))
                .query((row, n) -> holder(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
    }

    /** Uses the link up; empty when it was used or is too old. Two uses at the same time: one gets it. */
    @Transactional
    public Optional<Holder> use(String token) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                        update one_time_link set used_at = ? where token_hash = ? and used_at is null and expires_at > ?
                        returning account_id, purpose
                        """)
                .params(now, hash(token), now)
                .query((row, n) -> holder(row.getObject(1, UUID.class), row.getString(2)))
                .optional();
    }

    private static Holder holder(UUID account, String purpose) {
        return new Holder(new AccountId(account), Purpose.valueOf(purpose));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
