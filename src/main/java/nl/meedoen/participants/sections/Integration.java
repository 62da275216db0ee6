package nl.meedoen.participants.sections;

import java.time.LocalDate;
import nl.meedoen.kernel.LearningRoute;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody is with civic integration (inburgering).
 *
 * @param termFrom first day of the term
 * @param termUntil last day of the term, mostly three years later
 * @param pipOn the day of the personal plan (PIP)
 */
public record Integration(
        @Nullable Act act,
        @Nullable LearningRoute route,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate termUntil,
        @Nullable LocalDate pipOn,
        Part language,
        Part knm,
        Part map,
        Part pvt) {

    /** The act that applies: Wet inburgering 2013 or 2021. */
    public enum Act {
        ACT_2013,
        ACT_2021,
        NOT_OBLIGED
    }

    /** A part of the exam, with the day on which it was passed or exempted. */
    public record Part(@Nullable PartState state, @Nullable LocalDate on) {}

    /** How a part stands. */
    public enum PartState {
        OPEN,
        PASSED,
        EXEMPT
    }
}
