package nl.meedoen.access.signin;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.SignedIn;
import nl.meedoen.access.domain.Account;
import nl.meedoen.access.halfway.Owed;
import nl.meedoen.access.halfway.PasswordGiven;
import nl.meedoen.access.halfway.SecondStep;
import nl.meedoen.access.passwords.PasswordCheck;
import nl.meedoen.kernel.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks an email address and a password, and never tells which of the two was wrong. */
@Component
class SignIn implements AuthenticationProvider {

    private record Candidate(UUID id, @Nullable String hash, String status) {}

    private final PasswordCheck passwords;
    private final Throttle throttle;
    private final SecondStep steps;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignIn(PasswordCheck passwords, Throttle throttle, SecondStep steps, JdbcClient jdbc, Clock clock) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.steps = steps;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String email = Account.fold(String.valueOf(attempt.getName()));
        String password = String.valueOf(attempt.getCredentials());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
        Duration wait = throttle.wait(email, address);
        if (!wait.isZero()) {
            throw new TooManyTries(wait);
        }
        Optional<Candidate> candidate = jdbc.sql(
                        "select a.id, c.password_hash, a.status from account a left join credential c on c.account_id = a.id where a.email = ?")
                .param(email)
                .query((row, n) -> new Candidate(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .optional();
        boolean right = passwords.matches(candidate.map(Candidate::hash), password)
                && candidate.map(Candidate::status).equals(Optional.of("ACTIVE"));
        if (!right || candidate.isEmpty()) {
            throttle.failed(email, address);
            throw new BadCredentialsException("sign-in refused");
        }
        UUID id = candidate.get().id();
        throttle.succeeded(email, address);
        passwords.renew(new AccountId(id), String.valueOf(candidate.get().hash()), password);
        Principal who = steps.owed(new AccountId(id)) == Owed.NOTHING
                ? new SignedIn(id.toString())
                : new PasswordGiven(id.toString(), clock.millis());
        return UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
    }

    /** Too many failures: the next try is looked at after a while. */
    static final class TooManyTries extends org.springframework.security.core.AuthenticationException {
        private final Duration wait;

        TooManyTries(Duration wait) {
            super("too many tries");
            this.wait = wait;
        }

        long seconds() {
            return Math.max(1, wait.toSeconds());
        }
    }
}
