package nl.meedoen.participants.web;

import java.time.LocalDate;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Phase;
import org.jspecify.annotations.Nullable;

/** One participant in the list; what a client manager may not see is null. */
record ListRow(
        ParticipantId id,
        String number,
        String name,
        @Nullable String language,
        String municipality,
        Phase phase,
        LocalDate phaseSince,
        @Nullable Integer rungStart,
        @Nullable Integer rungNow,
        @Nullable String nextStep,
        @Nullable LocalDate nextStepOn,
        @Nullable String coachName,
        @Nullable LocalDate lastContactOn,
        @Nullable Integer attendancePercent,
        @Nullable String placementKind,
        @Nullable LocalDate nextReviewOn,
        String sortValue,
        String href) {}
