package nl.meedoen.plans.outline;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one outline of a plan. */
public record OutlineId(UUID value) {

    /** A new id. */
    public static OutlineId next() {
        return new OutlineId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
