package nl.meedoen.factors;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing at the second step, per account. An outsider cannot lock anybody out with it, since one only gets
 * here with the right password.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StepThrottle {

    static final int FREE_TRIES = 5;

    private static final Duration WINDOW = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private record Failures(long count, Instant last) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    StepThrottle(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets tries for one account come one at a time, then says how long the next has to wait. */
    Duration wait(AccountId account) {
        jdbc.sql("select id from account where id = ? for no key update")
                .param(account.value())
                .query()
                .listOfRows();
        Instant now = clock.instant();
        Failures failures = jdbc.sql(
                        "select count(*), coalesce(max(failed_at), 'epoch') from second_step_failure where account_id = ? and failed_at > ?")
                .params(account.value(), Timestamp.from(now.minus(WINDOW)))
                .query((row, n) ->
                        new Failures(row.getLong(1), row.getTimestamp(2).toInstant()))
                .single();
        if (failures.count() < FREE_TRIES) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(4L << Math.min(failures.count() - FREE_TRIES, 8));
        Duration rest = Duration.between(now, failures.last().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** Keeps a failure; how many there were within a day. */
    int failed(AccountId account) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("insert into second_step_failure (id, account_id, failed_at) values (?, ?, ?)")
                .params(Uuids.next(), account.value(), now)
                .update();
        return jdbc.sql("select count(*) from second_step_failure where account_id = ? and failed_at > ?")
                .params(account.value(), Timestamp.from(clock.instant().minus(WINDOW)))
                .query(Integer.class)
                .single();
    }

    void forget(AccountId account) {
        jdbc.sql("delete from second_step_failure where account_id = ?")
                .param(account.value())
                .update();
    }
}
