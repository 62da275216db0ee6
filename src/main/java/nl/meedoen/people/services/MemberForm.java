package nl.meedoen.people.services;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import nl.meedoen.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** A client manager who is to belong to a social service from a day on. */
record MemberForm(
        @NotNull(message = "{people.services.person-needed}") @Nullable
        AccountId account,

        @NotNull(message = "{people.day-needed}") @Nullable LocalDate from) {}
