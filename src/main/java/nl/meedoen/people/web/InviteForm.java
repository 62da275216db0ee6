package nl.meedoen.people.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import nl.meedoen.access.Role;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** Somebody to invite; the lower half is for coaches only. */
record InviteForm(
        @NotBlank(message = "{access.name-needed}")
        @Size(max = 120, message = "{access.name-long}")
        @NoCitizenNumber
        @Nullable
        String name,

        @NotBlank(message = "{access.email-needed}")
        @Email(message = "{access.email-wrong}")
        @Size(max = 254, message = "{access.email-wrong}")
        @Nullable
        String email,

        @NotNull(message = "{people.role-needed}") @Nullable Role role,

        @NotNull(message = "{people.location-needed}") @Nullable
        String location,

        @Size(max = 80, message = "{people.too-long}") @Nullable
        String municipality,

        @Nullable Set<String> languages,

        @Min(value = 0, message = "{people.capacity-range}")
        @Max(value = 20, message = "{people.capacity-range}")
        @Nullable
        Integer capacity) {}
