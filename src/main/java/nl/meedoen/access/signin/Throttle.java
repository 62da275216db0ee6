package nl.meedoen.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing (ASVS 6.3.1). Failures are counted per account and address together; per address over all
 * accounts, so that one machine cannot try many; and per account over all addresses that are new to it, so that many
 * machines cannot try one. Where the account was signed in to before, that last count does not hold, so that nobody
 * elsewhere can lock a person out. Shared by all instances, and the same for accounts that do not exist.
 */
@Component
class Throttle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration KNOWN_FOR = Duration.ofDays(90);

    /** For each count how many tries are free, how many failures there were, and when the last one was. */
    private static final String COUNTS = """
            select 6, count(*), coalesce(max(failed_at), 'epoch') from sign_in_failure
            where account_key = :account and address = :address and failed_at > :since
            union all
            select 60, count(*), coalesce(max(failed_at), 'epoch') from sign_in_failure
            where address = :address and failed_at > :since
            union all
            select 30, count(*), coalesce(max(failed_at), 'epoch') from sign_in_failure f
            where f.account_key = :account and f.failed_at > :since
                and not exists (select 1 from sign_in_known k where k.account_key = :account and k.address = :address)
                and not exists (select 1 from sign_in_known k where k.account_key = :account and k.address = f.address)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Throttle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Failures(long count, Instant last) {}

    /** How long to wait before the next try is looked at; zero when it may come now. */
    @Transactional(readOnly = true)
    Duration wait(String email, String address) {
        Instant now = clock.instant();
        Timestamp since = Timestamp.from(now.minus(WINDOW));
        List<Duration> left = jdbc.sql(COUNTS)
                .param("account", key(email))
                .param("address", address)
                .param("since", since)
                .query((row, n) ->
                        left(new Failures(row.getLong(2), row.getTimestamp(3).toInstant()), row.getInt(1), now))
                .list();
        return Collections.max(left);
    }

    private static Duration left(Failures failures, int free, Instant now) {
        if (failures.count() < free) {
            return Duration.ZERO;
        }
        long doublings = Math.min(failures.count() - free, 8);
        Duration pause = Duration.ofSeconds(4L << doublings);
        Duration rest = Duration.between(now, failures.last().plus(pause.compareTo(WINDOW) > 0 ? WINDOW : pause));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void failed(String email, String address) {
        jdbc.sql("insert into sign_in_failure (account_key, address, failed_at) values (?, ?, ?)")
                .params(key(email), address, Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional
    void succeeded(String email, String address) {
        jdbc.sql("delete from sign_in_failure where account_key = ? and address = ?")
                .params(key(email), address)
                .update();
        jdbc.sql("""
                        insert into sign_in_known (account_key, address, last_at) values (?, ?, ?)
                        on conflict (account_key, address) do update set last_at = excluded.last_at
                        """)
                .params(key(email), address, Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("delete from sign_in_known where last_at < ?")
                .param(Timestamp.from(clock.instant().minus(KNOWN_FOR)))
                .update();
        jdbc.sql("delete from sign_in_failure where failed_at < ?")
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private static byte[] key(String email) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
