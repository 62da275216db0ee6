package nl.meedoen.people.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** An account in the list, or on its own page; places are names. */
record AccountRow(
        AccountId id,
        String name,
        String email,
        Set<Role> roles,
        String status,
        List<String> places,
        @Nullable LocalDate createdOn,
        @Nullable LocalDate lastSeenOn,
        long version) {

    public String tone() {
        return "ACTIVE".equals(status) ? "ok" : "INVITED".equals(status) ? "wait" : "danger";
    }

    public String icon() {
        return "ACTIVE".equals(status) ? "check" : "INVITED".equals(status) ? "clock" : "lock";
    }

    /** The message code of the state's name. */
    public String statusKey() {
        return "account-status." + status.toLowerCase(java.util.Locale.ROOT);
    }
}
