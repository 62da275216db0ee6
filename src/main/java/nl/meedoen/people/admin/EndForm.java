package nl.meedoen.people.admin;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last day that a location serves a municipality, and who does from the next day on. */
record EndForm(
        @NotNull(message = "{people.day-needed}") @Nullable LocalDate until,
        @Nullable String to) {}
