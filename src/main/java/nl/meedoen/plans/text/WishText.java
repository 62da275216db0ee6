package nl.meedoen.plans.text;

import java.text.Bidi;
import org.jspecify.annotations.Nullable;

/**
 * What a participant wants, in their own words.
 *
 * @param language ISO 639 code of the language it is written in; null where nobody said which
 */
public record WishText(String text, @Nullable String language) {

    /** The wish; null where there is none. */
    public static @Nullable WishText of(@Nullable String text, @Nullable String language) {
        return text == null ? null : new WishText(text, language);
    }

    /** As an HTML page has it; follows the script, for one language may be written in more than one. */
    public String direction() {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? "ltr" : "rtl";
    }
}
