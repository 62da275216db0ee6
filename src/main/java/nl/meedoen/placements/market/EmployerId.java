package nl.meedoen.placements.market;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one employer. */
public record EmployerId(UUID value) {

    /** A new id. */
    public static EmployerId next() {
        return new EmployerId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
