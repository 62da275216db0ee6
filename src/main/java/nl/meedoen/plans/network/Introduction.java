package nl.meedoen.plans.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An introduction of one participant.
 *
 * @param whom to whom: a person or an organisation
 * @param wanted what is asked
 * @param askedBy name of who asked
 * @param askedOf name of the volunteer whose network it is; null where it is nobody's in particular
 * @param decidedOn when it was made, or declined
 */
public record Introduction(
        IntroductionId id,
        Via via,
        String whom,
        @Nullable String wanted,
        LocalDate askedOn,
        String askedBy,
        @Nullable String askedOf,
        Progress progress,
        long version) {

    /**
     * How far it is.
     *
     * @param on when it was made or declined; null while it is asked
     */
    public record Progress(
            IntroductionState state,
            @Nullable LocalDate on,
            @Nullable IntroductionOutcome outcome,
            @Nullable String note) {}
}
