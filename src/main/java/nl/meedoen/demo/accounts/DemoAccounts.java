package nl.meedoen.demo.accounts;

import java.util.List;
import nl.meedoen.access.Role;
import nl.meedoen.access.SignInHints;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The accounts that the sign-in page of the demo shows. */
@Component
@Profile("demo")
public class DemoAccounts implements SignInHints {

    public static final String PASSWORD = "meedoen-demo-2026";

    public static final String COORDINATOR = "coordinator@demo.example";
    public static final String COACH = "coach@demo.example";
    public static final String TRAINER = "trainer@demo.example";
    public static final String CLIENT_MANAGER = "klantmanager@demo.example";
    public static final String NATIONAL_LEAD = "landelijk@demo.example";
    public static final String ADMINISTRATOR = "beheer@demo.example";

    /** Work elsewhere and see none of the others' people. */
    public static final String COORDINATOR_2 = "coordinator2@demo.example";

    public static final String COACH_2 = "coach2@demo.example";
    public static final String TRAINER_2 = "trainer2@demo.example";
    public static final String CLIENT_MANAGER_2 = "klantmanager2@demo.example";

    private static final List<Hint> HINTS = List.of(
            new Hint(COORDINATOR, Role.COORDINATOR.labelKey()),
            new Hint(COACH, Role.COACH.labelKey()),
            new Hint(TRAINER, Role.TRAINER.labelKey()),
            new Hint(CLIENT_MANAGER, Role.CLIENT_MANAGER.labelKey()),
            new Hint(NATIONAL_LEAD, Role.NATIONAL_LEAD.labelKey()),
            new Hint(ADMINISTRATOR, Role.ADMINISTRATOR.labelKey()),
            new Hint(COORDINATOR_2, Role.COORDINATOR.labelKey()),
            new Hint(COACH_2, Role.COACH.labelKey()),
            new Hint(TRAINER_2, Role.TRAINER.labelKey()),
            new Hint(CLIENT_MANAGER_2, Role.CLIENT_MANAGER.labelKey()));

    @Override
    public List<Hint> accounts() {
        return HINTS;
    }

    @Override
    public String password() {
        return PASSWORD;
    }
}
