package nl.meedoen.access.setup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in the log of an empty installation where to begin; the demo brings accounts of its own. */
@Component
@Profile("!demo")
class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final FirstAdministrator first;
    private final String address;

    Welcome(FirstAdministrator first, @Value("${meedoen.address}") String address) {
        this.first = first;
        this.address = address.replaceAll("/+$", "");
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        first.link()
                .ifPresent(path -> log.info(
                        "There is no account yet. Make the first one, an administrator, within a day at:\n\n    {}{}\n",
                        address,
                        path));
    }
}
