package nl.meedoen.privacy;

import nl.meedoen.access.ActingAs;
import org.jspecify.annotations.Nullable;

/** For what somebody did something, in the words of the register of processing; follows from role and action. */
public enum Purpose {
    /** Guiding a participant: enrolment, plan, training, placement. */
    CARE,
    /** A municipality that follows residents who share. */
    PROGRESS,
    /** Figures and lists to account with. */
    FIGURES,
    /** Accounts, the organisation, the library. */
    ADMINISTRATION,
    /** Signing in, and what was turned away. */
    SECURITY,
    /** What a job does by itself: reminders, counting, removing what is too old. */
    UPKEEP,
    /** Whatever is done in a dossier that was opened in an emergency; the database knows which those are. */
    EMERGENCY;

    /** @param role in which somebody acts; null at the door */
    static Purpose of(@Nullable String role, Trail.Action action) {
        if (role == null) {
            return SECURITY;
        }
        return switch (action) {
            case SIGNED_IN, SIGN_IN_FAILED, REFUSED -> SECURITY;
            case EXPORTED -> FIGURES;
            case OPENED, LISTED, SEARCHED, CREATED, CHANGED, UNDONE, REMOVED, IMPORTED -> ofWork(role);
        };
    }

    private static Purpose ofWork(String role) {
        if (role.equals(ActingAs.SERVICE.role())) {
            return UPKEEP;
        }
        return switch (nl.meedoen.access.Role.valueOf(role)) {
            case COORDINATOR, COACH, TRAINER -> CARE;
            case CLIENT_MANAGER -> PROGRESS;
            case NATIONAL_LEAD -> FIGURES;
            case ADMINISTRATOR -> ADMINISTRATION;
        };
    }
}
