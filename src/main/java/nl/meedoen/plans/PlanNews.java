package nl.meedoen.plans;

import java.time.Instant;
import java.time.LocalDate;
import nl.meedoen.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/** What happened in a plan, for the rooms above; published within the transaction that made it so. */
public sealed interface PlanNews {

    ParticipantId participant();

    /** The plan was made, or has one more goal. */
    record PlanMade(ParticipantId participant) implements PlanNews {}

    /** A goal was reached. */
    record GoalAchieved(ParticipantId participant, GoalId goal, GoalDomain domain) implements PlanNews {}

    /** A step was done; a later {@link StepReopened} takes it back. */
    record StepFinished(ParticipantId participant, GoalId goal, StepId step) implements PlanNews {}

    /** A step that was done is open again. */
    record StepReopened(ParticipantId participant, GoalId goal, StepId step) implements PlanNews {}

    /** Somebody spoke with the participant. */
    record ContactWritten(ParticipantId participant, ContactId contact, LocalDate heldOn) implements PlanNews {}

    /** An appointment was made, moved or, with {@code startsAt} null, cancelled. */
    record AppointmentChanged(
            ParticipantId participant,
            AppointmentId appointment,
            @Nullable Instant startsAt,
            String title,
            @Nullable String place)
            implements PlanNews {}
}
