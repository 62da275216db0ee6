package nl.meedoen.participants.registration;

import nl.meedoen.kernel.Phone;
import org.jspecify.annotations.Nullable;

/**
 * How somebody can be reached, and in which language.
 *
 * @param language ISO 639
 * @param note such as "after one o'clock"
 */
public record Reachability(
        @Nullable Phone phone,
        boolean whatsapp,
        @Nullable String email,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String town,
        @Nullable String note,
        @Nullable String language,
        boolean interpreter) {

    /** Nothing is known yet. */
    public static final Reachability NONE = new Reachability(null, false, null, null, null, null, null, null, false);
}
