package nl.meedoen.plans.reviews;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one review. */
public record ReviewId(UUID value) {

    /** A new id. */
    public static ReviewId next() {
        return new ReviewId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
