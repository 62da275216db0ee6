package nl.meedoen.people;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.meedoen.webkit.Option;

/** Languages that coaches and participants speak, with the names that the JDK leaves as a code. */
public final class SpokenLanguages {

    /** ISO 639 codes to choose from. */
    public static final List<String> CODES = List.of(
            "nl", "en", "ar", "ti", "am", "om", "so", "fa", "prs", "ps", "kmr", "ckb", "tr", "uk", "ru", "fr", "es",
            "de", "pt", "sw", "ur", "zh");

    private static final Map<String, String[]> OWN = Map.of(
            "prs", new String[] {"Dari", "Dari"},
            "ti", new String[] {"Tigrinya", "Tigrinya"},
            "kmr", new String[] {"Kurmanci", "Kurmanji"},
            "ckb", new String[] {"Sorani", "Sorani"},
            "fa", new String[] {"Farsi", "Farsi"});

    private SpokenLanguages() {}

    /** The language's name in Dutch or English. */
    public static String of(String code, Locale reader) {
        String[] own = OWN.get(code);
        if (own != null) {
            return own["nl".equals(reader.getLanguage()) ? 0 : 1];
        }
        return Locale.forLanguageTag(code).getDisplayLanguage(reader);
    }

    /** All choices, by name. */
    public static List<Option> options(Locale reader) {
        Collator order = Collator.getInstance(reader);
        return CODES.stream()
                .map(code -> new Option(code, of(code, reader)))
                .sorted(Comparator.comparing(Option::label, order))
                .toList();
    }
}
