package nl.meedoen.plans.network;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a volunteer knows.
 *
 * @param place name of the municipality
 */
public record Acquaintance(
        AcquaintanceId id, AcquaintanceText text, @Nullable String place, long version) {}
