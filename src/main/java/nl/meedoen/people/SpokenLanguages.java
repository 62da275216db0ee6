package nl.meedoen.people;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.webkit.Option;

/** Languages that coaches speak, to choose from. */
public final class SpokenLanguages {

    /** ISO 639 codes to choose from. */
    public static final List<String> CODES = List.of(
            "nl", "en", "ar", "ti", "am", "om", "so", "fa", "prs", "ps", "kmr", "ckb", "tr", "uk", "ru", "fr", "es",
            "de", "pt", "sw", "ur", "zh");

    private SpokenLanguages() {}

    /** All choices, by name. */
    public static List<Option> options(Locale reader) {
        Collator order = Collator.getInstance(reader);
        return CODES.stream()
                .map(code -> new Option(code, LanguageNames.of(code, reader)))
                .sorted(Comparator.comparing(Option::label, order))
                .toList();
    }
}
