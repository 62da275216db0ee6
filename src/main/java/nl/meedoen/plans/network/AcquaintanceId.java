package nl.meedoen.plans.network;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one entry of a volunteer's own network. */
public record AcquaintanceId(UUID value) {

    /** A new id. */
    public static AcquaintanceId next() {
        return new AcquaintanceId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
