package nl.meedoen.plans.pitch;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one version of one participant's pitch. */
public record PitchId(UUID value) {

    /** A new id. */
    public static PitchId next() {
        return new PitchId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
