package nl.meedoen.participants.lists;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.meedoen.access.Role;

/** A column of the list beside the name; which of them there are depends on the role that reads it (DOMAIN.md). */
enum ListColumn {
    PHASE,
    RUNG,
    NEXT_STEP,
    PLACEMENT,
    COACH,
    LAST_CONTACT,
    MUNICIPALITY,
    REGISTERED,
    APPOINTMENT,
    ATTENDANCE,
    REVIEW;

    private static final Set<ListColumn> OF_TRAINER = EnumSet.of(PHASE, RUNG, COACH, MUNICIPALITY, ATTENDANCE);
    private static final Set<ListColumn> OF_MUNICIPALITY =
            EnumSet.of(PHASE, RUNG, PLACEMENT, COACH, ATTENDANCE, REVIEW);

    /** What a role may choose from; anything else is not read either. */
    static Set<ListColumn> open(Role role) {
        return switch (role) {
            case COORDINATOR, COACH -> EnumSet.allOf(ListColumn.class);
            case TRAINER -> OF_TRAINER;
            case CLIENT_MANAGER -> OF_MUNICIPALITY;
            case NATIONAL_LEAD, ADMINISTRATOR -> EnumSet.noneOf(ListColumn.class);
        };
    }

    /** What a role sees as long as it has not chosen. */
    static Set<ListColumn> usual(Role role) {
        return switch (role) {
            case TRAINER -> EnumSet.of(PHASE, RUNG, COACH, ATTENDANCE);
            case CLIENT_MANAGER -> EnumSet.of(PHASE, RUNG, PLACEMENT, COACH, REVIEW);
            case COORDINATOR, COACH, NATIONAL_LEAD, ADMINISTRATOR ->
                EnumSet.of(PHASE, RUNG, NEXT_STEP, COACH, LAST_CONTACT);
        };
    }

    /** The columns that an address names, as far as they are open to the role; the usual ones where it names none. */
    static List<ListColumn> chosen(Role role, List<String> named) {
        Set<ListColumn> open = open(role);
        List<ListColumn> chosen =
                open.stream().filter(column -> named.contains(column.slug())).toList();
        return chosen.isEmpty() ? List.copyOf(usual(role)) : chosen;
    }

    /** As the address has it, and the end of the code of its heading. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
