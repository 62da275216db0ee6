package nl.meedoen.training.delivery.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.training.Cohorts;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;

/** A new group. */
record CohortForm(
        @NotBlank(message = "{training.location-needed}") @Nullable
        String location,

        @NotBlank(message = "{training.cohort-name-needed}") @Size(max = 80) @NoCitizenNumber @Nullable
        String name,

        @NotEmpty(message = "{training.trainer-needed}") @Nullable
        List<String> trainers,

        @NotNull(message = "{training.first-day-needed}") @Nullable
        LocalDate startsOn,

        @NotNull(message = "{training.start-time-needed}") @Nullable
        LocalTime startsAt,

        @NotNull(message = "{training.end-time-needed}") @Nullable
        LocalTime endsAt,

        @NotBlank(message = "{training.place-needed}") @Size(max = 120) @NoCitizenNumber @Nullable
        String place,

        @NotNull(message = "{training.sessions-needed}")
        @Min(value = 1, message = "{training.sessions-needed}")
        @Max(value = 30, message = "{training.sessions-needed}")
        @Nullable
        Integer sessions,

        @NotNull(message = "{training.capacity-needed}")
        @Min(value = 1, message = "{training.capacity-needed}")
        @Max(value = 30, message = "{training.capacity-needed}")
        @Nullable
        Integer capacity) {

    /** What was typed; to be asked for only when the form has no errors. */
    public Cohorts.Plan plan() {
        return new Cohorts.Plan(
                new LocationId(id(Objects.requireNonNull(location))),
                Objects.requireNonNull(name),
                accounts(trainers),
                Objects.requireNonNull(startsOn),
                Objects.requireNonNull(startsAt),
                Objects.requireNonNull(endsAt),
                Objects.requireNonNull(place),
                Objects.requireNonNull(sessions),
                Objects.requireNonNull(capacity));
    }

    /** The accounts that were ticked. */
    static Set<AccountId> accounts(@Nullable List<String> ticked) {
        return ticked == null
                ? Set.of()
                : ticked.stream().map(text -> new AccountId(id(text))).collect(Collectors.toSet());
    }

    /** A choice that is no id was not one of ours. */
    static UUID id(String text) {
        try {
            return Uuids.parse(text);
        } catch (IllegalArgumentException notOurs) {
            throw new NotFound();
        }
    }
}
