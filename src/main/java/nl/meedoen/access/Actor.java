package nl.meedoen.access;

import java.util.Set;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;

/**
 * Who is asking, as it stands in the database at this request: a role, a place or an account that was taken away
 * counts at once.
 *
 * @param role the role that the person acts in now
 * @param roles all roles that the person holds
 * @param locations the own locations of a coordinator or trainer
 * @param municipalities CBS codes of the municipalities that a client manager serves
 */
public record Actor(
        AccountId id, String name, Role role, Set<Role> roles, Set<LocationId> locations, Set<String> municipalities) {

    public boolean may(Permission permission) {
        return role.may(permission);
    }

    /** The own locations as the array that a query takes. */
    public java.util.UUID[] locationArray() {
        return locations.stream().map(LocationId::value).toArray(java.util.UUID[]::new);
    }

    /** The served municipalities as the array that a query takes. */
    public String[] municipalityArray() {
        return municipalities.toArray(String[]::new);
    }
}
