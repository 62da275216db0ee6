package nl.meedoen.training.delivery.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** What may change of a group once its sessions are planned. */
record CohortChangeForm(
        @Nullable Long version,

        @NotBlank(message = "{training.cohort-name-needed}") @Size(max = 80) @NoCitizenNumber @Nullable
        String name,

        @NotEmpty(message = "{training.trainer-needed}") @Nullable
        List<String> trainers,

        @NotNull(message = "{training.capacity-needed}")
        @Min(value = 1, message = "{training.capacity-needed}")
        @Max(value = 30, message = "{training.capacity-needed}")
        @Nullable
        Integer capacity) {

    public long readVersion() {
        return version == null ? -1 : version;
    }
}
