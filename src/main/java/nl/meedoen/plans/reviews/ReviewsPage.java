package nl.meedoen.plans.reviews;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.participants.DossierFrame;
import org.jspecify.annotations.Nullable;

/**
 * The reviews of one participant.
 *
 * @param next the one that is planned; null where none is
 * @param way one sentence on when half-way and the end are; null before there is a plan
 */
record ReviewsPage(
        DossierFrame frame,
        boolean mayEdit,
        @Nullable Next next,
        List<Past> past,
        @Nullable String way) {

    /** A review to come. */
    record Next(UUID id, ReviewKind kind, LocalDate dueOn, boolean late) {}

    /** A review that is over; the text is its outcome, or why it was skipped. */
    record Past(
            UUID id,
            ReviewKind kind,
            boolean held,
            LocalDate on,
            @Nullable String by,
            @Nullable String text,
            boolean last) {}

    /** One review in a form. */
    record One(DossierFrame frame, UUID id, ReviewKind kind, LocalDate dueOn, long version, List<String> goals) {}
}
