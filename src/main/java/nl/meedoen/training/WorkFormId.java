package nl.meedoen.training;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one work form of the library. */
public record WorkFormId(UUID value) {

    /** A new id. */
    public static WorkFormId next() {
        return new WorkFormId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
