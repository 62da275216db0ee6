package nl.meedoen.participants.lists;

import java.time.Instant;
import java.time.LocalDate;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Phase;
import org.jspecify.annotations.Nullable;

/** One participant in the list; what the reader's role may not see is null. */
public record ListRow(
        ParticipantId id,
        String number,
        String name,
        @Nullable String language,
        String municipality,
        Phase phase,
        LocalDate phaseSince,
        LocalDate registeredOn,
        @Nullable Integer rungStart,
        @Nullable Integer rungNow,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        @Nullable Instant appointmentAt,
        @Nullable String coachName,
        @Nullable LocalDate lastContactOn,
        @Nullable Integer attendancePercent,
        @Nullable String placementKind,
        @Nullable LocalDate nextReviewOn,
        String sortValue,
        String href) {}
