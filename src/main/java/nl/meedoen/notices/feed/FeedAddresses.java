package nl.meedoen.notices.feed;

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
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.TooMuch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The secret addresses of calendars: one a person, shown once, kept as a hash, renewed or ended at will. */
@Component
@Transactional
public class FeedAddresses {

    /** Calendars ask a few times an hour; more in a minute is a program that went astray. */
    static final int MOST_A_MINUTE = 20;

    /** Addresses that nobody has, from one place in a quarter of an hour. */
    static final int MOST_MISSES = 20;

    private static final Duration MISSES_COUNT = Duration.ofMinutes(15);
    private static final String SUBJECT = "calendar-feed";
    private static final String TOO_MANY = "notices.feed.too-many";

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;
    private final String address;

    FeedAddresses(
            JdbcClient jdbc,
            Trail trail,
            Clock clock,
            @Value("${meedoen.address:http://localhost:8080}") String address) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    /** Makes an address and ends the one before. It is not known afterwards: whoever loses it makes another. */
    public String make(Actor actor) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into calendar_feed (account_id, secret_hash, made_at, counted_from) values (?, ?, ?, ?)
                        on conflict (account_id) do update set secret_hash = excluded.secret_hash,
                            made_at = excluded.made_at, counted_from = excluded.counted_from, counted = 0
                        """).params(actor.id().value(), hash(text), now, now).update();
        trail.note(actor, Trail.Action.CREATED, SUBJECT, actor.id().value());
        return address + "/calendar/" + text + ".ics";
    }

    /** Ends the address, if there is one. */
    public void end(Actor actor) {
        int ended = jdbc.sql("delete from calendar_feed where account_id = ?")
                .param(actor.id().value())
                .update();
        if (ended > 0) {
            trail.note(actor, Trail.Action.REMOVED, SUBJECT, actor.id().value());
        }
    }

    /** Since when somebody has an address; empty without one. */
    @Transactional(readOnly = true)
    public Optional<Instant> since(AccountId account) {
        return jdbc.sql("select made_at from calendar_feed where account_id = ?")
                .param(account.value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /**
     * Whose address this is, and one more request of this minute.
     *
     * @param from the network address that asks
     * @throws TooMuch where this place missed too often, or this calendar is asked for too often
     */
    @Transactional(noRollbackFor = TooMuch.class)
    public Optional<AccountId> holder(String secret, String from) {
        Instant now = clock.instant();
        int misses = jdbc.sql("select count(*) from calendar_miss where address = ? and missed_at > ?")
                .params(from, Timestamp.from(now.minus(MISSES_COUNT)))
                .query(Integer.class)
                .single();
        if (misses >= MOST_MISSES) {
            throw new TooMuch(TOO_MANY, now.plus(MISSES_COUNT));
        }
        Timestamp minuteAgo = Timestamp.from(now.minusSeconds(60));
        Optional<Asked> asked = jdbc.sql("""
                        update calendar_feed set
                            counted = case when counted_from <= :minute_ago then 1 else counted + 1 end,
                            counted_from = case when counted_from <= :minute_ago then :now else counted_from end
                        where secret_hash = :hash returning account_id, counted
                        """)
                .param("minute_ago", minuteAgo)
                .param("now", Timestamp.from(now))
                .param("hash", hash(secret))
                .query((row, n) -> new Asked(new AccountId(row.getObject(1, UUID.class)), row.getInt(2)))
                .optional();
        if (asked.isEmpty()) {
            jdbc.sql("delete from calendar_miss where missed_at < ?")
                    .param(Timestamp.from(now.minus(Duration.ofDays(1))))
                    .update();
            jdbc.sql("insert into calendar_miss (address, missed_at) values (?, ?)")
                    .params(from, Timestamp.from(now))
                    .update();
        } else if (asked.get().times() > MOST_A_MINUTE) {
            throw new TooMuch(TOO_MANY, now.plusSeconds(60));
        }
        return asked.map(Asked::account);
    }

    private record Asked(AccountId account, int times) {}

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
