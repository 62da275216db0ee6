package nl.meedoen.plans;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one contact. */
public record ContactId(UUID value) {

    /** A new id. */
    public static ContactId next() {
        return new ContactId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
