package nl.meedoen.people.services;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last day that something holds. */
record UntilForm(
        @NotNull(message = "{people.day-needed}") @Nullable LocalDate until) {}
