package nl.meedoen.placements.market;

import nl.meedoen.placements.SizeBand;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of an employer.
 *
 * @param kvk number in the trade register: eight digits, null while unknown
 * @param sector SBI section, A to U
 * @param municipalityCode CBS code
 * @param note kept sealed
 */
public record EmployerDetails(
        String name,
        @Nullable String kvk,
        String sector,
        SizeBand size,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String town,
        @Nullable String municipalityCode,
        @Nullable String note) {

    /** Refuses a number that is not eight digits: {@link IllegalArgumentException} "kvk.unreadable". */
    public EmployerDetails {
        if (kvk != null && !kvk.matches("\\d{8}")) throw new IllegalArgumentException("kvk.unreadable");
    }
}
