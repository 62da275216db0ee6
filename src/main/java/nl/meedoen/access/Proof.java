package nl.meedoen.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import nl.meedoen.kernel.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Whoever does what nobody may do at a screen that was left open proves again who they are: with the password, or, where
 * the own provider of a municipality signs an account in and it has no password here, by having signed in just now.
 */
@Component("proof")
public class Proof {

    /** How long signing in is proof enough. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final Clock clock;

    Proof(Passwords passwords, JdbcClient jdbc, Clock clock) {
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether a form asks for a password: whoever is signed in has one. */
    public boolean byPassword() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || !(who.getPrincipal() instanceof SignedIn signedIn) || hasPassword(signedIn.id());
    }

    /** Refuses a form whose field {@code password} is not the account's, or that comes too long after signing in. */
    public void check(AccountId account, @Nullable String password, HttpServletRequest request, Errors errors) {
        if (hasPassword(account)) {
            if (!passwords.knows(account, password == null ? "" : password)) {
                errors.rejectValue("password", "access.password-wrong");
            }
        } else if (!isFresh(request.getSession(false))) {
            errors.reject("access.sign-in-again");
        }
    }

    private boolean hasPassword(AccountId account) {
        return jdbc.sql("select exists (select 1 from credential where account_id = ?)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    private boolean isFresh(@Nullable HttpSession session) {
        return session != null
                && session.getAttribute(ActorOfRequest.SINCE) instanceof Long since
                && clock.millis() - since <= FRESH.toMillis();
    }
}
