package nl.meedoen.plans.dream;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one dream job of one participant. */
public record DreamId(UUID value) {

    /** A new id. */
    public static DreamId next() {
        return new DreamId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
