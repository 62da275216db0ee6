package nl.meedoen.people.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A municipality, by name, that a location is to serve from a day on. */
record ServeForm(
        @NotBlank(message = "{people.municipality-needed}") @Nullable
        String municipality,

        @NotNull(message = "{people.day-needed}") @Nullable LocalDate from) {}
