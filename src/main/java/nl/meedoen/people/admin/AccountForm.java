package nl.meedoen.people.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** An account as the administrator fills it in; municipalities by name, one a line. */
record AccountForm(
        @Nullable Long version,

        @NotBlank(message = "{access.name-needed}")
        @Size(max = 120, message = "{access.name-long}")
        @NoCitizenNumber
        @Nullable
        String name,

        @Nullable String email,

        @NotEmpty(message = "{access.role-needed}") @Nullable
        Set<Role> roles,

        @Nullable Set<String> locations,
        @Nullable Set<UUID> services,

        @Size(max = 10_000, message = "{people.too-long}") @Nullable
        String municipalities) {

    /** The same boxes, read at another version. */
    public AccountForm at(long newVersion) {
        return new AccountForm(newVersion, name, email, roles, locations, services, municipalities);
    }
}
