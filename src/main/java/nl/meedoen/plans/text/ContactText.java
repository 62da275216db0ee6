package nl.meedoen.plans.text;

import java.time.LocalDate;
import nl.meedoen.plans.ContactChannel;
import org.jspecify.annotations.Nullable;

/** What people write about a contact; null minutes: not kept. */
public record ContactText(
        ContactChannel channel, LocalDate heldOn, @Nullable Integer minutes, String note) {}
