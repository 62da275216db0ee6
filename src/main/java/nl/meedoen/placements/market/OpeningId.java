package nl.meedoen.placements.market;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one opening. */
public record OpeningId(UUID value) {

    /** A new id. */
    public static OpeningId next() {
        return new OpeningId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
