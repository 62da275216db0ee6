package nl.meedoen.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import nl.meedoen.access.ActorOfRequest;
import nl.meedoen.access.Actors;
import nl.meedoen.access.SignInHappened;
import nl.meedoen.access.SignedIn;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Where a person goes after signing in, or after failing to. */
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final Actors actors;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LastPage lastPage;
    private final OwnLanguage language;

    SignInOutcome(
            Actors actors, ApplicationEventPublisher events, Clock clock, LastPage lastPage, OwnLanguage language) {
        this.actors = actors;
        this.events = events;
        this.clock = clock;
        this.lastPage = lastPage;
        this.language = language;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SignedIn who = (SignedIn) java.util.Objects.requireNonNull(authentication.getPrincipal());
        request.getSession().setAttribute(ActorOfRequest.SINCE, clock.millis());
        events.publishEvent(new SignInHappened(who.id(), true, request.getRemoteAddr()));
        language.speak(who.id(), request, response);
        String wanted = lastPage.take(request, response);
        String home =
                actors.find(who.id(), null).map(actor -> actor.role().home()).orElse("/login");
        response.sendRedirect(wanted == null ? home : wanted);
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
