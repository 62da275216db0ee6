package nl.meedoen.plans.network;

import org.jspecify.annotations.Nullable;

/**
 * What is written of somebody whom a volunteer knows.
 *
 * @param does what that one does there
 * @param sector SBI section
 * @param municipality CBS code
 * @param person name, for the owner alone
 * @param note for the owner alone
 */
public record AcquaintanceText(
        String organisation,
        @Nullable String does,
        String sector,
        @Nullable String municipality,
        @Nullable String person,
        @Nullable String note) {}
