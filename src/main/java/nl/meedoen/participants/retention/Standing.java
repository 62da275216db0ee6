package nl.meedoen.participants.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long a dossier is kept, and what would go now.
 *
 * @param enrolments each with its two clocks
 * @param hold null where nothing holds the dossier
 * @param what what can go now; null while an enrolment is open or the dossier is held
 * @param going table and number of rows that would go
 * @param staying table and number of rows that would stay
 * @param stayingUntil the day from which they may go too; null when nothing stays
 * @param notesGoneOn since when the notes are gone; null while they are there
 * @param mark changes when anything in the dossier does
 */
public record Standing(
        List<Run> enrolments,
        @Nullable Hold hold,
        @Nullable What what,
        List<Count> going,
        List<Count> staying,
        @Nullable LocalDate stayingUntil,
        @Nullable LocalDate notesGoneOn,
        String mark) {

    /** How much goes. */
    public enum What {
        /** The coaching notes; the evidence stays. */
        NOTES,
        /** The whole dossier. */
        ALL
    }

    /** Why it goes. */
    public enum Basis {
        /** Its time is over. */
        TERM,
        /** The participant asked for it (AVG 17). */
        REQUEST
    }

    /** An enrolment and its clocks; one that is open has none yet. */
    public record Run(
            LocalDate from,
            @Nullable LocalDate ended,
            @Nullable LocalDate notesDue,
            @Nullable LocalDate evidenceDue) {}

    /** Who keeps a dossier as it is, and why. */
    public record Hold(String reason, String by, Instant at) {}

    /** Rows of a table. */
    public record Count(String table, long rows) {

        private static final Set<String> TECHNICAL = Set.of(
                "glance",
                "participant_search",
                "match_key",
                "likely_double",
                "merging",
                "merging_row",
                "import_row",
                "reach",
                "intake_section",
                "document_part",
                "draft",
                "bulk_change_item");

        /** Whether they are made of other rows, so that nobody would look for them by a name of their own. */
        public boolean technical() {
            return TECHNICAL.contains(table);
        }
    }

    /** Whether an enrolment has not ended. */
    public boolean open() {
        return enrolments.stream().anyMatch(run -> run.ended() == null);
    }

    /** How many rows would go. */
    public long rowsGoing() {
        return going.stream().mapToLong(Count::rows).sum();
    }
}
