package nl.meedoen.participants.sections;

import org.jspecify.annotations.Nullable;

/**
 * Work that somebody did.
 *
 * @param occupation code of ESCO
 * @param country ISO 3166
 * @param untilYear null where they still do it, or where nobody knows
 */
public record WorkExperience(
        String occupation,
        @Nullable String country,
        @Nullable Integer fromYear,
        @Nullable Integer untilYear,
        @Nullable String note) {}
