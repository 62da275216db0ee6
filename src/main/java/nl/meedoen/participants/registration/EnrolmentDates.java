package nl.meedoen.participants.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days of a run through the programme, as they were recorded or as they should have been. */
public record EnrolmentDates(
        LocalDate registeredOn,
        @Nullable LocalDate intakeOn,
        @Nullable LocalDate activeOn,
        @Nullable LocalDate endedOn) {}
