package nl.meedoen.people.services;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A municipality, by name, that a social service is to work for from a day on. */
record AreaForm(
        @NotBlank(message = "{people.municipality-needed}") @Nullable
        String municipality,

        @NotNull(message = "{people.day-needed}") @Nullable LocalDate from) {}
