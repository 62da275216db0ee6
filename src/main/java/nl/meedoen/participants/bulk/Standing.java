package nl.meedoen.participants.bulk;

import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.EnrolmentStatus;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands before anything is changed for many.
 *
 * @param assignment the running assignment of {@code coach}
 * @param coachFrom since when it runs
 * @param lastUntil the last day of the assignment before it, or of the last one where none runs
 * @param coachOn when a first coach was found
 */
record Standing(
        ParticipantId id,
        String name,
        String number,
        EnrolmentStatus status,
        LocalDate registeredOn,
        @Nullable LocalDate intakeOn,
        @Nullable UUID assignment,
        @Nullable AccountId coach,
        @Nullable String coachName,
        @Nullable LocalDate coachFrom,
        @Nullable LocalDate lastUntil,
        @Nullable LocalDate coachOn) {

    private boolean runs() {
        return status == EnrolmentStatus.REGISTERED
                || status == EnrolmentStatus.INTAKE
                || status == EnrolmentStatus.ACTIVE;
    }

    /**
     * Why the action cannot be done for this one, as a message code; null where it can.
     *
     * @param chosen the coach that is given; null where none is
     * @param on the day from which it counts
     */
    @Nullable
    String refusal(BulkAction action, @Nullable AccountId chosen, LocalDate on) {
        return switch (action) {
            case COACH -> {
                if (!runs()) {
                    yield "bulk.refused.closed";
                }
                if (coach != null && coach.equals(chosen)) {
                    yield "bulk.refused.same-coach";
                }
                if (on.isBefore(registeredOn)) {
                    yield "bulk.refused.before-registration";
                }
                boolean overlaps =
                        coachFrom != null && on.isBefore(coachFrom) || lastUntil != null && !on.isAfter(lastUntil);
                yield overlaps ? "bulk.refused.other-coach-then" : null;
            }
            case RELEASE -> coach == null ? "bulk.refused.no-coach" : null;
            case INTAKE ->
                !runs()
                        ? "bulk.refused.closed"
                        : status != EnrolmentStatus.REGISTERED
                                ? "bulk.refused.intake-already"
                                : on.isBefore(registeredOn) ? "bulk.refused.before-registration" : null;
        };
    }
}
