package nl.meedoen.plans.questions;

import nl.meedoen.access.Role;
import nl.meedoen.webkit.NotFound;

/** Who asks and who is asked. A party is everybody who does that work for the participant, not one account. */
public enum Party {
    CLIENT_MANAGER,
    COACH,
    COORDINATOR;

    /**
     * The party that a role speaks for.
     *
     * @throws NotFound for roles that take no part
     */
    public static Party of(Role role) {
        return switch (role) {
            case CLIENT_MANAGER -> CLIENT_MANAGER;
            case COACH -> COACH;
            case COORDINATOR -> COORDINATOR;
            case TRAINER, NATIONAL_LEAD, ADMINISTRATOR -> throw new NotFound();
        };
    }
}
