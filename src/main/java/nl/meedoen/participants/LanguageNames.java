package nl.meedoen.participants;

import java.util.Locale;
import nl.meedoen.participants.reference.CountryAndLanguage;

/** Names of languages by ISO 639 code, for every room. */
public final class LanguageNames {

    private LanguageNames() {}

    /** The language's name as the reader calls it; the code itself where there is no name. */
    public static String of(String code, Locale reader) {
        return CountryAndLanguage.lists().languageName(code, reader);
    }
}
