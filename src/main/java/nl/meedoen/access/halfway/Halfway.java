package nl.meedoen.access.halfway;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.meedoen.access.Actors;
import nl.meedoen.kernel.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Finds who is halfway, once a request, as it stands in the database now. */
@Component
public class Halfway {

    /** Long enough to fetch a phone and put an app on it. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final String FOUND = Halfway.class.getName();

    /** Somebody who gave the right password and still owes something. */
    public record Person(AccountId account, Owed owed) {

        /** The only page that there is for this person now. */
        public String page() {
            return owed == Owed.STEP ? "/sign-in/step" : "/account/second-step";
        }
    }

    private final SecondStep steps;
    private final Actors actors;
    private final Clock clock;

    Halfway(SecondStep steps, Actors actors, Clock clock) {
        this.steps = steps;
        this.actors = actors;
        this.clock = clock;
    }

    /** The person halfway that this request comes from; null for everybody else. */
    public @Nullable Person of(HttpServletRequest request) {
        if (request.getAttribute(FOUND) instanceof Optional<?> known) {
            return (Person) known.orElse(null);
        }
        Optional<Person> person = find();
        request.setAttribute(FOUND, person);
        return person.orElse(null);
    }

    private Optional<Person> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof PasswordGiven given)) {
            return Optional.empty();
        }
        if (clock.millis() - given.at() > PATIENCE.toMillis()
                || actors.find(given.id(), null).isEmpty()) {
            return Optional.empty();
        }
        Owed owed = steps.owed(given.id());
        return owed == Owed.NOTHING ? Optional.empty() : Optional.of(new Person(given.id(), owed));
    }
}
