package nl.meedoen.participants.registration;

import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;

/** An enrolment went from one state to another; told within the transaction, to rooms above. */
public record EnrolmentMoved(
        ParticipantId participant, UUID enrolment, EnrolmentStatus before, EnrolmentStatus now, LocalDate on) {}
