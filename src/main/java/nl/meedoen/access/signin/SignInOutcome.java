package nl.meedoen.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import nl.meedoen.access.ActorOfRequest;
import nl.meedoen.access.Actors;
import nl.meedoen.access.SignInHappened;
import nl.meedoen.access.SignedIn;
import nl.meedoen.access.halfway.Arrival;
import nl.meedoen.access.halfway.Halfway;
import nl.meedoen.kernel.AccountId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Where a person goes after signing in, or after failing to. */
@Component
class SignInOutcome implements Arrival, AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Halfway halfway;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final LastPage lastPage;
    private final OwnLanguage language;

    SignInOutcome(
            Actors actors,
            ApplicationEventPublisher events,
            Halfway halfway,
            JdbcClient jdbc,
            Clock clock,
            LastPage lastPage,
            OwnLanguage language) {
        this.actors = actors;
        this.events = events;
        this.halfway = halfway;
        this.jdbc = jdbc;
        this.clock = clock;
        this.lastPage = lastPage;
        this.language = language;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        if (authentication.getPrincipal() instanceof SignedIn who) {
            response.sendRedirect(arrived(who.id(), request, response));
        } else {
            // the page that was wanted stays in its cookie until the second step is done
            Halfway.Person person = halfway.of(request);
            response.sendRedirect(person == null ? "/login" : person.page());
        }
    }

    @Override
    public String arrive(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(new SignedIn(account.toString()), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return arrived(account, request, response);
    }

    private String arrived(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        request.getSession().setAttribute(ActorOfRequest.SINCE, clock.millis());
        jdbc.sql("update account set last_sign_in_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), account.value())
                .update();
        events.publishEvent(new SignInHappened(account, true, request.getRemoteAddr()));
        language.speak(account, request, response);
        String wanted = lastPage.take(request, response);
        return wanted != null
                ? wanted
                : actors.find(account, null).map(actor -> actor.role().home()).orElse("/login");
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        events.publishEvent(new SignInHappened(null, false, request.getRemoteAddr()));
        response.sendRedirect(
                failure instanceof SignIn.TooManyTries many ? "/login?wait=" + many.seconds() : "/login?error");
    }
}
