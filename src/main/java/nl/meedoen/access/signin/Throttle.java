package nl.meedoen.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing (ASVS 6.3.1). Failures are counted per account and address together, so that somebody elsewhere
 * cannot lock a person out, and per address over all accounts, so that one machine cannot try many. Shared by all
 * instances, and the same for addresses that have no account.
 */
@Component
class Throttle {

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int FREE_TRIES = 6;
    private static final int FREE_TRIES_OF_ADDRESS = 60;

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
        Failures pair = jdbc.sql(
                        "select count(*), coalesce(max(failed_at), 'epoch') from sign_in_failure where account_key = ? and address = ? and failed_at > ?")
                .params(key(email), address, since)
                .query((row, n) ->
                        new Failures(row.getLong(1), row.getTimestamp(2).toInstant()))
                .single();
        Failures machine = jdbc.sql(
                        "select count(*), coalesce(max(failed_at), 'epoch') from sign_in_failure where address = ? and failed_at > ?")
                .params(address, since)
                .query((row, n) ->
                        new Failures(row.getLong(1), row.getTimestamp(2).toInstant()))
                .single();
        Duration first = left(pair, FREE_TRIES, now);
        Duration second = left(machine, FREE_TRIES_OF_ADDRESS, now);
        return first.compareTo(second) > 0 ? first : second;
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
