package nl.meedoen.factors.app;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The app with codes of an account: one that counts, and one that waits for its first right code. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AuthenticatorApp {

    /** RFC 4226 asks for 160 bits. */
    private static final int SECRET_BYTES = 20;

    private record Kept(UUID id, String secret) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AuthenticatorApp(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** The secret for an app that is being added, in base32; made where there is none, the same until it counts. */
    public String offered(AccountId account) {
        Optional<Kept> waiting = kept(account, "added_at is null");
        if (waiting.isPresent()) {
            return waiting.get().secret();
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        jdbc.sql("""
                        insert into authenticator_app (id, account_id, secret, made_at) values (?, ?, ?, ?)
                        on conflict (account_id) where added_at is null do nothing
                        """)
                .param(Uuids.next())
                .param(account.value())
                .param(vault.seal(Base32.of(secret)))
                .param(Timestamp.from(clock.instant()))
                .update();
        return kept(account, "added_at is null").orElseThrow().secret();
    }

    /** The offered app counts from now on and takes the place of one before, if the code is right; its id. */
    public Optional<UUID> confirm(AccountId account, String code) {
        Instant now = clock.instant();
        Optional<Kept> waiting = kept(account, "added_at is null");
        OptionalLong step = waiting.isEmpty()
                ? OptionalLong.empty()
                : Totp.match(Base32.bytes(waiting.get().secret()), code, now);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("delete from authenticator_app where account_id = ? and added_at is not null")
                .param(account.value())
                .update();
        jdbc.sql("update authenticator_app set added_at = ?, last_step = ? where id = ?")
                .params(Timestamp.from(now), step.getAsLong(), waiting.get().id())
                .update();
        return Optional.of(waiting.get().id());
    }

    /** Whether the code is right and was not used before, nor one after it. A right one is used up by asking. */
    public boolean use(AccountId account, String code) {
        Instant now = clock.instant();
        Optional<Kept> app = kept(account, "added_at is not null");
        OptionalLong step = app.isEmpty()
                ? OptionalLong.empty()
                : Totp.match(Base32.bytes(app.get().secret()), code, now);
        return step.isPresent()
                && jdbc.sql("""
                                update authenticator_app set last_step = ?, last_used_at = ?
                                where id = ? and added_at is not null and coalesce(last_step, 0) < ?
                                """)
                                .params(
                                        step.getAsLong(),
                                        Timestamp.from(now),
                                        app.get().id(),
                                        step.getAsLong())
                                .update()
                        == 1;
    }

    /** Takes the app away; false when there was none. */
    public boolean remove(AccountId account) {
        jdbc.sql("delete from authenticator_app where account_id = ? and added_at is null")
                .param(account.value())
                .update();
        return jdbc.sql("delete from authenticator_app where account_id = ?")
                        .param(account.value())
                        .update()
                == 1;
    }

    private Optional<Kept> kept(AccountId account, String which) {
        return jdbc.sql("select id, secret from authenticator_app where account_id = ? and " + which)
                .param(account.value())
                .query((row, n) -> new Kept(row.getObject(1, UUID.class), String.valueOf(vault.open(row.getBytes(2)))))
                .optional();
    }
}
