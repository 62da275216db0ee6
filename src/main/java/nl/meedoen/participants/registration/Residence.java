package nl.meedoen.participants.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody lives and comes from, and what the social service of that place knows them by.
 *
 * @param municipalityCode CBS code of where the person lives
 * @param country ISO 3166, of origin
 * @param clientNumber the number at the social service
 * @param benefit whether the person receives a benefit; null when unknown
 * @param benefitFrom since when; null when unknown, as is {@code benefitUntil}
 * @param benefitUntil the last day of the benefit, where it ended or will
 */
public record Residence(
        String municipalityCode,
        @Nullable String country,
        @Nullable String clientNumber,
        @Nullable Boolean benefit,
        @Nullable LocalDate benefitFrom,
        @Nullable LocalDate benefitUntil) {}
