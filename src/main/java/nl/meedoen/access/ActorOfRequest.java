package nl.meedoen.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds who is asking, once a request, as it stands in the database now. */
@Component
public class ActorOfRequest {

    /** Session attribute with the moment of signing in, in milliseconds. */
    public static final String SINCE = "meedoen.signed-in-at";

    /** Session attribute with the role that somebody with several roles chose. */
    public static final String CHOSEN_ROLE = "meedoen.role";

    private static final String FOUND = ActorOfRequest.class.getName();

    private final Actors actors;
    private final Clock clock;
    private final Duration longest;

    ActorOfRequest(Actors actors, Clock clock, @Value("${meedoen.session.absolute:12h}") Duration longest) {
        this.actors = actors;
        this.clock = clock;
        this.longest = longest;
    }

    /** The person that this request comes from; null when nobody is signed in or may be any more. */
    public @Nullable Actor of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Optional<?> known) {
            return (Actor) known.orElse(null);
        }
        Optional<Actor> actor = find(request);
        request.setAttribute(FOUND, actor);
        return actor.orElse(null);
    }

    private Optional<Actor> find(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn who)) {
            return Optional.empty();
        }
        HttpSession session = request.getSession(false);
        Role chosen = null;
        if (session != null) {
            if (session.getAttribute(SINCE) instanceof Long since && clock.millis() - since > longest.toMillis()) {
                session.invalidate();
                SecurityContextHolder.clearContext();
                return Optional.empty();
            }
            if (session.getAttribute(CHOSEN_ROLE) instanceof String name) {
                chosen = Role.valueOf(name);
            }
        }
        Optional<Actor> actor = actors.find(who.id(), chosen);
        if (actor.isEmpty() && session != null) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        return actor;
    }
}
