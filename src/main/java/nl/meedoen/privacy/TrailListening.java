package nl.meedoen.privacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.meedoen.access.AccountByProvider;
import nl.meedoen.access.Actor;
import nl.meedoen.access.ActorOfRequest;
import nl.meedoen.access.SignInHappened;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes what the rooms cannot write themselves: sign-ins, and requests that were turned away. */
@Configuration(proxyBeanMethods = false)
class TrailListening implements WebMvcConfigurer {

    private final Trail trail;
    private final ActorOfRequest actors;

    TrailListening(Trail trail, ActorOfRequest actors) {
        this.trail = trail;
        this.actors = actors;
    }

    @EventListener
    void on(SignInHappened event) {
        trail.signIn(event.account() == null ? null : event.account().value(), event.succeeded(), event.address());
    }

    @EventListener
    void on(AccountByProvider event) {
        Trail.Action action = event.created() ? Trail.Action.CREATED : Trail.Action.CHANGED;
        trail.service(action, "account.provider", event.account().value());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // Outside the gate, so that what the gate refuses is seen here too.
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public void afterCompletion(
                            HttpServletRequest request,
                            HttpServletResponse response,
                            Object handler,
                            @Nullable Exception failure) {
                        int status = response.getStatus();
                        Actor actor = status == 403 || status == 404 || status == 429 ? actors.of(request) : null;
                        if (actor != null) {
                            Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
                            trail.refused(actor, request.getMethod() + " " + pattern);
                        }
                    }
                })
                .order(Integer.MIN_VALUE);
    }
}
