package nl.meedoen.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import nl.meedoen.access.SignInHappened;
import nl.meedoen.access.halfway.Halfway;
import nl.meedoen.access.halfway.Owed;
import nl.meedoen.access.halfway.PasswordGiven;
import nl.meedoen.access.halfway.SecondStep;
import nl.meedoen.access.provider.ProviderAccounts;
import nl.meedoen.kernel.AccountId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who comes from the provider is signed in, owes our own second step where the provider did not say that it took one, or
 * is turned away without a word about accounts. Of what the provider told nothing stays in the session.
 */
@Component
class ProviderArrival implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderArrival.class);

    private final ProviderAccounts accounts;
    private final SignInOutcome outcome;
    private final SecondStep steps;
    private final Halfway halfway;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    ProviderArrival(
            ProviderAccounts accounts,
            SignInOutcome outcome,
            SecondStep steps,
            Halfway halfway,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.outcome = outcome;
        this.steps = steps;
        this.halfway = halfway;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OidcUser user = authentication.getPrincipal() instanceof OidcUser told ? told : null;
        AccountId account = user == null ? null : accounts.whose(user).orElse(null);
        if (user == null || account == null) {
            turnAway(request, response, "/login?provider=unknown");
        } else if (accounts.secondFactor(user) || steps.owed(account) == Owed.NOTHING) {
            response.sendRedirect(outcome.arrive(account, request, response));
        } else {
            remember(new PasswordGiven(account.toString(), clock.millis()), request, response);
            Halfway.Person person = halfway.of(request);
            response.sendRedirect(person == null ? "/login" : person.page());
        }
    }

    private void remember(PasswordGiven who, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        LOG.warn("Sign-in through the provider failed: {}", reason(failure));
        turnAway(request, response, "/login?provider=failed");
    }

    /** What went wrong, for an operator; an answer of the provider may hold more than belongs in a log. */
    private static @Nullable String reason(AuthenticationException failure) {
        Throwable cause = failure.getCause();
        return failure instanceof org.springframework.security.oauth2.core.OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : cause == null ? failure.getClass().getSimpleName() : cause.getMessage();
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
        SecurityContextHolder.clearContext();
        if (request.getSession(false) != null) {
            request.getSession().invalidate();
        }
        events.publishEvent(new SignInHappened(null, false, request.getRemoteAddr()));
        response.sendRedirect(page);
    }
}
