package nl.meedoen.people.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A location and the region that it belongs to. */
record LocationForm(
        @Nullable Long version,

        @NotBlank(message = "{access.name-needed}") @Size(max = 80, message = "{people.too-long}") @Nullable
        String name,

        @NotNull(message = "{people.region-needed}") @Nullable
        String region) {

    public LocationForm at(long newVersion) {
        return new LocationForm(newVersion, name, region);
    }
}
