package nl.meedoen.participants;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the next coach reads of the conversations that were written down before (DOMAIN.md, caseload). */
public enum Handover {
    ALL,
    FROM,
    NONE;

    /**
     * The first day of which the coach reads the contacts; null for all of them.
     *
     * @param begins the coach's own first day
     * @param chosen the day that was chosen with {@link #FROM}
     */
    public @Nullable LocalDate contactsFrom(LocalDate begins, @Nullable LocalDate chosen) {
        return switch (this) {
            case ALL -> null;
            // a day after the beginning would hide the coach's own time
            case FROM -> chosen == null || chosen.isAfter(begins) ? begins : chosen;
            case NONE -> begins;
        };
    }
}
