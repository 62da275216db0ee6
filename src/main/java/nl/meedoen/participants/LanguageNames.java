package nl.meedoen.participants;

import java.util.Locale;
import java.util.Map;

/** Names of languages by ISO 639 code; the JDK leaves some of the languages that participants speak as a code. */
public final class LanguageNames {

    private static final Map<String, String[]> OWN = Map.of(
            "prs", new String[] {"Dari", "Dari"},
            "ti", new String[] {"Tigrinya", "Tigrinya"},
            "kmr", new String[] {"Kurmanci", "Kurmanji"},
            "ckb", new String[] {"Sorani", "Sorani"},
            "fa", new String[] {"Farsi", "Farsi"});

    private LanguageNames() {}

    /** The language's name in Dutch or English. */
    public static String of(String code, Locale reader) {
        String[] own = OWN.get(code);
        if (own != null) {
            return own["nl".equals(reader.getLanguage()) ? 0 : 1];
        }
        return Locale.forLanguageTag(code).getDisplayLanguage(reader);
    }
}
