package nl.meedoen.consent;

import java.util.List;
import nl.meedoen.participants.Consents.Purpose;

/**
 * The text of a consent in one language, with whom it is for filled in.
 *
 * @param shared what is shared, in the order in which it is told
 * @param never what is never shared
 * @param agree what the participant says
 */
public record ConsentText(
        Purpose purpose,
        String version,
        String language,
        String title,
        String asks,
        String why,
        List<String> shared,
        List<String> never,
        String stop,
        String agree,
        ConsentWords words) {

    /** As an HTML page has it: {@code rtl} for Arabic. */
    public String direction() {
        return "ar".equals(language) ? "rtl" : "ltr";
    }
}
