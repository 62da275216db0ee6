package nl.meedoen.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.ActorOfRequest;
import nl.meedoen.access.Anyone;
import nl.meedoen.access.Needs;
import nl.meedoen.access.halfway.Halfway;
import nl.meedoen.access.halfway.Owing;
import nl.meedoen.webkit.NotFound;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Stands before every handler: one that does not say who may come in lets nobody in. */
@Component
class Gate implements HandlerInterceptor {

    private final ActorOfRequest actors;
    private final Halfway halfway;
    private final LastPage lastPage;

    Gate(ActorOfRequest actors, Halfway halfway, LastPage lastPage) {
        this.actors = actors;
        this.halfway = halfway;
        this.lastPage = lastPage;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        if (method.getBeanType().getName().startsWith("org.springframework.boot")
                || ErrorController.class.isAssignableFrom(method.getBeanType())) {
            return true; // health and the error page, which say nothing of anybody
        }
        Actor actor = actors.of(request);
        if (actor != null) {
            ActingAs.begin(actor);
        }
        Anyone anyone = method.getMethodAnnotation(Anyone.class);
        if (anyone != null && !anyone.signedIn()) {
            return true;
        }
        if (actor == null) {
            Halfway.Person person = halfway.of(request);
            if (person == null) {
                return askToSignIn(request, response);
            }
            Owing owing = method.getMethodAnnotation(Owing.class);
            if (owing != null && owing.value() == person.owed()) {
                ActingAs.begin(person.account());
                return true;
            }
            return sendTo(person.page(), request, response);
        }
        if (anyone != null) {
            return true;
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs == null) {
            throw new NotFound();
        }
        if (Arrays.stream(needs.value()).noneMatch(actor::may)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return true;
    }

    /** A part of a page that htmx asks for cannot show the sign-in form; the whole page goes there. */
    private boolean askToSignIn(HttpServletRequest request, HttpServletResponse response) throws Exception {
        if ("GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null) {
            lastPage.remember(request, response);
        }
        return sendTo("/login", request, response);
    }

    private static boolean sendTo(String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", page);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return false;
        }
        response.sendRedirect(page);
        return false;
    }
}
