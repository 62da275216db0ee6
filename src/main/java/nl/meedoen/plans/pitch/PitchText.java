package nl.meedoen.plans.pitch;

import org.jspecify.annotations.Nullable;

/** A pitch in three parts; a part that is not there yet is null. */
public record PitchText(
        @Nullable String who,
        @Nullable String can,
        @Nullable String want) {

    boolean isEmpty() {
        return who == null && can == null && want == null;
    }
}
