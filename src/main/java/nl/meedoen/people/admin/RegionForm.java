package nl.meedoen.people.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A region; the target counts participants in the programme period. */
record RegionForm(
        @Nullable Long version,

        @NotBlank(message = "{access.name-needed}") @Size(max = 80, message = "{people.too-long}") @Nullable
        String name,

        @NotBlank(message = "{people.target-needed}")
        @Pattern(regexp = "\\d{1,6}|\\s*", message = "{people.target-whole}")
        @Nullable
        String target) {

    /** The target as a number; to be asked for after validation. */
    public int number() {
        return target == null ? 0 : Integer.parseInt(target);
    }

    public RegionForm at(long newVersion) {
        return new RegionForm(newVersion, name, target);
    }
}
