package nl.meedoen.plans;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one step. */
public record StepId(UUID value) {

    /** A new id. */
    public static StepId next() {
        return new StepId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
