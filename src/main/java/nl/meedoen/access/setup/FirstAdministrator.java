package nl.meedoen.access.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import nl.meedoen.access.Passwords;
import nl.meedoen.access.Role;
import nl.meedoen.access.domain.Account;
import nl.meedoen.access.domain.AccountRepository;
import nl.meedoen.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets whoever can read the log of an empty installation make its first account, once. */
@Service
@Transactional
class FirstAdministrator {

    private static final Duration LIFE = Duration.ofDays(1);

    /** One number for all instances: whoever holds it decides whether there is an account yet. */
    private static final long LOCK = 4_713_002_601L;

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FirstAdministrator(AccountRepository accounts, Passwords passwords, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The path of a new link that works for a day; empty when there is an account already. */
    Optional<String> link() {
        if (somebodyIsHere()) {
            return Optional.empty();
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        jdbc.sql("delete from setup_link where expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
        jdbc.sql("insert into setup_link (token_hash, expires_at) values (?, ?)")
                .param(hash(token))
                .param(Timestamp.from(now.plus(LIFE)))
                .update();
        return Optional.of("/setup/" + token);
    }

    /** Whether a link works: it is known, young enough, and nobody has an account yet. */
    @Transactional(readOnly = true)
    boolean works(String token) {
        return known(token) && !somebodyIsHere();
    }

    /** Makes the first account and ends all links; false when somebody was first or the link does not work. */
    boolean begin(String token, String name, String email, String password) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        if (!works(token)) {
            return false;
        }
        AccountId id = AccountId.next();
        accounts.saveAndFlush(new Account(id, email, name, EnumSet.of(Role.ADMINISTRATOR), clock.instant()));
        passwords.choose(id, password);
        jdbc.sql("delete from setup_link").update();
        return true;
    }

    private boolean known(String token) {
        return jdbc.sql("select exists (select 1 from setup_link where token_hash = ? and expires_at > ?)")
                .param(hash(token))
                .param(Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    private boolean somebodyIsHere() {
        return jdbc.sql("select exists (select 1 from account)")
                .query(Boolean.class)
                .single();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
