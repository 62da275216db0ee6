package nl.meedoen.demo.accounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says in the log where the demo is and how to get in, when all that a start does is done. */
@Component
@Profile("demo")
class Greeting {

    private static final Logger log = LoggerFactory.getLogger(Greeting.class);

    private final DemoAccounts accounts;
    private final String address;

    Greeting(DemoAccounts accounts, @Value("${meedoen.address}") String address) {
        this.accounts = accounts;
        this.address = address;
    }

    @EventListener
    void greet(AvailabilityChangeEvent<ReadinessState> event) {
        if (event.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            greet();
        }
    }

    private void greet() {
        StringBuilder text = new StringBuilder("Meedoen is ready, with made-up people.\n\n    ")
                .append(address)
                .append("\n\n    password of all accounts: ")
                .append(accounts.password())
                .append('\n');
        accounts.accounts()
                .forEach(account -> text.append("    ").append(account.email()).append('\n'));
        log.info("{}", text);
    }
}
