package nl.meedoen.placements;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one placement. */
public record PlacementId(UUID value) {

    /** A new id. */
    public static PlacementId next() {
        return new PlacementId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
