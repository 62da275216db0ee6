package nl.meedoen.participants.sections;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * With whom somebody lives, and when they have time.
 *
 * @param hours available a week
 * @param days in the order of the week
 */
public record Household(
        @Nullable HouseholdKind kind,
        @Nullable Integer children,
        @Nullable Childcare childcare,
        @Nullable Integer hours,
        List<DayOfWeek> days,
        @Nullable String note) {

    /** With whom. */
    public enum HouseholdKind {
        ALONE,
        PARTNER,
        PARTNER_CHILDREN,
        CHILDREN,
        RELATIVES,
        SHARED
    }

    /** How the children are looked after. */
    public enum Childcare {
        NOT_NEEDED,
        ARRANGED,
        WANTED,
        WAITING
    }
}
