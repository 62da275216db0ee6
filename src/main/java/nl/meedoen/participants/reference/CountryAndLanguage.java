package nl.meedoen.participants.reference;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.meedoen.kernel.LanguageNames;
import org.apache.commons.csv.CSVRecord;

/**
 * Names of countries (ISO 3166, two letters) and languages (ISO 639, two or three letters) in Dutch, English and Arabic. Most come
 * from the JDK; languages that it does not name, such as Dari and Kurmanji, from a list of ours.
 */
public final class CountryAndLanguage {

    private static final List<Locale> READ_IN =
            List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH, Locale.forLanguageTag("ar"));

    /** A code with its name, to choose from. */
    public record Named(String code, String name) {}

    private static final class Read {
        private static final CountryAndLanguage ONCE = load();
    }

    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> languages = new HashMap<>();
    private final Map<String, CSVRecord> ours = new LinkedHashMap<>();

    private CountryAndLanguage() {}

    /** The lists, read once. */
    public static CountryAndLanguage lists() {
        return Read.ONCE;
    }

    /** Reads the lists that come with the program and with the JDK. */
    public static CountryAndLanguage load() {
        CountryAndLanguage lists = new CountryAndLanguage();
        for (CSVRecord row : ReferenceFile.records("languages.csv", ';')) {
            lists.ours.put(row.get("code"), row);
            put(lists.languages, row.get("code"), row.get("nl"), row.get("en"), row.get("ar"));
            put(lists.languages, row.get("code"), row.get("also").split("\\|", -1));
        }
        for (CSVRecord row : ReferenceFile.records("country-names.csv", ';')) {
            put(lists.countries, row.get("code"), row.get("also").split("\\|", -1));
        }
        for (Locale locale : READ_IN) {
            for (String code : Locale.getISOLanguages()) {
                put(lists.languages, code, Locale.forLanguageTag(code).getDisplayLanguage(locale));
            }
            for (String code : Locale.getISOCountries())
                put(lists.countries, code, region(code).getDisplayCountry(locale));
        }
        return lists;
    }

    /** The code of a country by its name, or by its nationality; empty when unknown or unclear. */
    public Optional<String> countryCode(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (code.length() == 2 && List.of(Locale.getISOCountries()).contains(code)) return Optional.of(code);
        return Optional.ofNullable(countries.get(PlainText.fold(text)));
    }

    /** The code of a language by its name; empty when unknown. */
    public Optional<String> languageCode(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT);
        if (ours.containsKey(code)) return Optional.of(code);
        return Optional.ofNullable(languages.get(PlainText.fold(text)));
    }

    /** The name of a country; the code itself where there is no name. */
    public String countryName(String code, Locale locale) {
        return region(code).getDisplayCountry(locale);
    }

    /** The name of a language; the code itself where there is no name. */
    public String languageName(String code, Locale locale) {
        return LanguageNames.of(code, locale);
    }

    /** All countries, sorted by name as the language sorts. */
    public List<Named> countries(Locale locale) {
        return sorted(List.of(Locale.getISOCountries()), locale, code -> countryName(code, locale));
    }

    /** The languages that participants are likely to speak, sorted by name as the language sorts. */
    public List<Named> languages(Locale locale) {
        return sorted(new ArrayList<>(ours.keySet()), locale, code -> languageName(code, locale));
    }

    /** The languages that most participants speak, to choose from before anything was looked for. */
    public List<Named> oftenSpoken(Locale locale, int most) {
        return ours.keySet().stream()
                .limit(most)
                .map(code -> new Named(code, languageName(code, locale)))
                .toList();
    }

    /** Languages that are called like this in Dutch, English or Arabic; those of participants first. */
    public List<Named> search(String text, Locale locale, int most) {
        String key = PlainText.fold(text);
        if (key.isEmpty()) return List.of();
        Map<String, Integer> found = new HashMap<>();
        languages.forEach((spelling, code) -> {
            int rank =
                    (spelling.startsWith(key) ? 0 : spelling.contains(key) ? 1 : 4) + (ours.containsKey(code) ? 0 : 2);
            if (rank < 4) found.merge(code, rank, Math::min);
        });
        Collator collator = Collator.getInstance(locale);
        return found.entrySet().stream()
                .map(hit -> Map.entry(new Named(hit.getKey(), languageName(hit.getKey(), locale)), hit.getValue()))
                .sorted(Map.Entry.<Named, Integer>comparingByValue()
                        .thenComparing(hit -> hit.getKey().name(), collator))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Named> sorted(List<String> codes, Locale locale, Function<String, String> name) {
        Collator collator = Collator.getInstance(locale);
        return codes.stream()
                .map(code -> new Named(code, name.apply(code)))
                .sorted(Comparator.comparing(Named::name, collator))
                .toList();
    }

    private static void put(Map<String, String> names, String code, String... spellings) {
        for (String spelling : spellings) {
            if (!spelling.isBlank()) names.putIfAbsent(PlainText.fold(spelling), code);
        }
    }

    private static Locale region(String code) {
        return new Locale.Builder().setRegion(code).build();
    }
}
