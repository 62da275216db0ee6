package nl.meedoen.participants.lists;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/**
 * The name of a view, and who sees it.
 *
 * @param location where it is shared; null for oneself
 * @param view what stands behind the question mark of its address; only for a new one
 */
public record ViewForm(
        @NotBlank(message = "{participants.views.name-needed}") @NoCitizenNumber @Size(max = 40) @Nullable
        String name,

        @Nullable LocationId location,
        @Nullable String view,
        @Nullable Long version) {}
