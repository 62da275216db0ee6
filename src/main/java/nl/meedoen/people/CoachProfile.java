package nl.meedoen.people;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * A coach as other rooms see one.
 *
 * @param municipalityCode CBS code of where the coach lives or works
 * @param languages ISO 639 codes
 * @param sectors SBI sections A to U
 * @param capacity how many participants at the same time
 * @param vogOn date of the certificate of conduct (VOG)
 * @param vogUntil until when the office takes it
 */
public record CoachProfile(
        AccountId account,
        String name,
        LocationId locationId,
        @Nullable String municipalityCode,
        List<String> languages,
        List<String> sectors,
        int capacity,
        @Nullable String availability,
        @Nullable LocalDate vogOn,
        @Nullable LocalDate vogUntil) {

    /** How the certificate of conduct stands. */
    public VogState vog(LocalDate today) {
        return VogState.of(vogOn, vogUntil, today);
    }
}
