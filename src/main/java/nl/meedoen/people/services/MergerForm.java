package nl.meedoen.people.services;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Municipalities that become one.
 *
 * @param former names, one a line
 * @param into the name of the one that they become; it may be one of them
 * @param code the CBS code of one that is new
 * @param province of one that is new
 * @param sure whether the one who asks has seen what would change
 */
record MergerForm(
        @NotBlank(message = "{people.merger.former-needed}") @Size(max = 2_000, message = "{people.too-long}") @Nullable
        String former,

        @NotBlank(message = "{people.merger.into-needed}") @Size(max = 80, message = "{people.too-long}") @Nullable
        String into,

        @Pattern(regexp = "\\s*|[Gg][Mm]\\d{4}", message = "{people.merger.code-wrong}") @Nullable
        String code,

        @Nullable String province,
        @NotNull(message = "{people.day-needed}") @Nullable LocalDate on,
        @Nullable Boolean sure) {}
