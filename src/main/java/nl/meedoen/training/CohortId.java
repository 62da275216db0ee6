package nl.meedoen.training;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one group. */
public record CohortId(UUID value) {

    /** A new id. */
    public static CohortId next() {
        return new CohortId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
