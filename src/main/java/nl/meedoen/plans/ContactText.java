package nl.meedoen.plans;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What people write about a contact; null minutes: not kept. */
public record ContactText(
        ContactChannel channel, LocalDate heldOn, @Nullable Integer minutes, String note) {}
