package nl.meedoen.access;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import nl.meedoen.access.domain.AccountRepository;
import nl.meedoen.access.passwords.CommonPasswords;
import nl.meedoen.access.passwords.PasswordCheck;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.webkit.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps and checks passwords: twelve signs or more, no rules about their kind, common ones refused (ASVS 6.2). */
@Service
public class Passwords implements PasswordCheck {

    private static final int FEWEST = 12;
    private static final int MOST = 128;

    private static final String OLD = "{bcrypt}";

    /** bcrypt reads no further than this, so that what follows would count as right. */
    private static final int BYTES_OF_OLD = 72;

    private static final String NOBODYS = "nobody has this password";

    private final PasswordEncoder encoder;
    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final CommonPasswords common;
    private final String nobody;
    private volatile boolean oldOnesMayBeLeft = true;
    private volatile String nobodyOfOld = "";

    Passwords(
            PasswordEncoder encoder, AccountRepository accounts, JdbcClient jdbc, Clock clock, CommonPasswords common) {
        this.encoder = encoder;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.common = common;
        this.nobody = String.valueOf(encoder.encode(NOBODYS));
    }

    /** Why a password cannot be used, as a message code; empty when it can. */
    public Optional<String> objection(String password, String email) {
        int signs = password.codePointCount(0, password.length());
        if (signs < FEWEST) {
            return Optional.of("access.password-short");
        }
        if (signs > MOST) {
            return Optional.of("access.password-long");
        }
        return common.has(password, email) ? Optional.of("access.password-common") : Optional.empty();
    }

    /** Keeps a new password and opens the account where it waited for one. */
    @Transactional
    public void choose(AccountId id, String password) {
        accounts.findById(id.value()).orElseThrow(NotFound::new).open();
        jdbc.sql("""
                        insert into credential (account_id, password_hash, changed_at) values (?, ?, ?)
                        on conflict (account_id) do update
                        set password_hash = excluded.password_hash, changed_at = excluded.changed_at
                        """)
                .params(id.value(), String.valueOf(encoder.encode(password)), Timestamp.from(clock.instant()))
                .update();
    }

    /** Whether this is the account's password. Takes as long for an account that does not exist. */
    @Override
    public boolean matches(Optional<String> hash, String password) {
        if (password.codePointCount(0, password.length()) > MOST) {
            return false;
        }
        String kept = hash.orElse(nobody);
        boolean old = kept.startsWith(OLD);
        boolean fits = encoder.matches(password, kept);
        if (oldOnesAreLeft()) {
            // Each try does the work of both kinds for as long as there are both, so that time tells nothing.
            encoder.matches(password, old ? nobody : nobodyOfOld);
        }
        boolean readWhole = !old || password.getBytes(StandardCharsets.UTF_8).length <= BYTES_OF_OLD;
        return fits && readWhole && hash.isPresent();
    }

    /** Keeps a password that was just found right in today's way, unless another was chosen meanwhile. */
    @Override
    @Transactional
    public void renew(AccountId id, String hash, String password) {
        if (encoder.upgradeEncoding(hash)) {
            jdbc.sql("update credential set password_hash = ? where account_id = ? and password_hash = ?")
                    .params(String.valueOf(encoder.encode(password)), id.value(), hash)
                    .update();
        }
    }

    /** Whether the person at the screen knows the account's password. */
    @Transactional(readOnly = true)
    public boolean knows(AccountId id, String password) {
        Optional<String> hash = jdbc.sql("select password_hash from credential where account_id = ?")
                .param(id.value())
                .query(String.class)
                .optional();
        return matches(hash, password);
    }

    /** No new ones of the old kind are made, so that none is the last answer. */
    private boolean oldOnesAreLeft() {
        if (oldOnesMayBeLeft) {
            oldOnesMayBeLeft = jdbc.sql("select exists (select 1 from credential where password_hash like ?)")
                    .param(OLD + "%")
                    .query(Boolean.class)
                    .single();
            if (oldOnesMayBeLeft && nobodyOfOld.isEmpty()) {
                nobodyOfOld = OLD + new BCryptPasswordEncoder().encode(NOBODYS);
            }
        }
        return oldOnesMayBeLeft;
    }
}
