package nl.meedoen.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.access.domain.AccountRepository;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.webkit.NotFound;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps and checks passwords: twelve signs or more, no rules about their kind, common ones refused (ASVS 6.2). */
@Service
public class Passwords implements PasswordCheck {

    /** bcrypt reads no more than this many bytes. */
    private static final int MOST_BYTES = 72;

    private static final int FEWEST = 12;

    private final PasswordEncoder encoder;
    private final AccountRepository accounts;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<String> common;
    private final String nobody;

    Passwords(PasswordEncoder encoder, AccountRepository accounts, JdbcClient jdbc, Clock clock) throws IOException {
        this.encoder = encoder;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("access/common-passwords.txt").getInputStream(), StandardCharsets.UTF_8))) {
            this.common = lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        }
        this.nobody = String.valueOf(encoder.encode("nobody has this password"));
    }

    /** Why a password cannot be used, as a message code; empty when it can. */
    public Optional<String> objection(String password, String email) {
        String folded = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < FEWEST) {
            return Optional.of("access.password-short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("access.password-long");
        }
        String known = folded.replaceAll("[^\\p{L}]", "");
        if (common.contains(folded)
                || common.contains(known)
                || folded.contains(email.split("@", 2)[0]) && email.indexOf('@') > 3
                || folded.chars().distinct().count() < 4) {
            return Optional.of("access.password-common");
        }
        return Optional.empty();
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
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
                && encoder.matches(password, hash.orElse(nobody));
        return fits && hash.isPresent();
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
}
