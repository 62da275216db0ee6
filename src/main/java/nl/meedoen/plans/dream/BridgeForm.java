package nl.meedoen.plans.dream;

import jakarta.validation.constraints.Size;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** A job on the way to the dream. */
record BridgeForm(
        @Nullable String q,
        @Nullable String occupation,

        @Size(max = 1000, message = "{plans.text-long}") @NoCitizenNumber @Nullable
        String reason,

        @Nullable Long version) {

    public BridgeForm at(long now) {
        return new BridgeForm(q, occupation, reason, now);
    }
}
