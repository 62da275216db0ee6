package nl.meedoen.plans.network;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one introduction. */
public record IntroductionId(UUID value) {

    /** A new id. */
    public static IntroductionId next() {
        return new IntroductionId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
