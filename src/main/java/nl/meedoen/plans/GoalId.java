package nl.meedoen.plans;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one goal. */
public record GoalId(UUID value) {

    /** A new id. */
    public static GoalId next() {
        return new GoalId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
