package nl.meedoen.people.admin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A region; the target counts participants in the programme period. */
record RegionForm(
        @Nullable Long version,

        @NotBlank(message = "{access.name-needed}") @Size(max = 80, message = "{people.too-long}") @Nullable
        String name,

        @NotNull(message = "{people.target-needed}")
        @Min(value = 0, message = "{people.target-range}")
        @Max(value = 1_000_000, message = "{people.target-range}")
        @Nullable
        Integer target) {

    public RegionForm at(long newVersion) {
        return new RegionForm(newVersion, name, target);
    }
}
