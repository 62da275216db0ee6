package nl.meedoen.training;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one session of a group. */
public record SessionId(UUID value) {

    /** A new id. */
    public static SessionId next() {
        return new SessionId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
