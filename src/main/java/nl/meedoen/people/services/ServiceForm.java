package nl.meedoen.people.services;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A social service by its name. */
record ServiceForm(
        @Nullable Long version,

        @NotBlank(message = "{access.name-needed}") @Size(max = 120, message = "{people.too-long}") @Nullable
        String name) {

    ServiceForm at(long newVersion) {
        return new ServiceForm(newVersion, name);
    }

    String text() {
        return name == null ? "" : name;
    }

    long seen() {
        return version == null ? -1 : version;
    }
}
