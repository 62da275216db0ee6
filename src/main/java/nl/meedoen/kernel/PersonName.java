package nl.meedoen.kernel;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person is called. Every part may be missing, but one must be there: nobody has to invent a surname.
 *
 * @param givenNames given names, or the own, father's and grandfather's name where there is no family name
 * @param infix what stands before the surname and is not sorted on, such as "van den"
 * @param surname family name, or the single name where the register put it there
 * @param preferredName what the person is called day by day (roepnaam)
 * @param originalScript the whole name in the script of the country of origin
 * @param aliases other names and spellings, separated by commas
 */
public record PersonName(
        @Nullable String givenNames,
        @Nullable String infix,
        @Nullable String surname,
        @Nullable String preferredName,
        @Nullable String originalScript,
        @Nullable String aliases) {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    // Control and direction marks pasted along; the joiners of Persian and Kurdish (U+200C, U+200D) stay.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF&&[^\\s]]");
    private static final Pattern BETWEEN_ALIASES = Pattern.compile("[,;/\\n]");

    /** Trims every part and makes blank parts null; {@link IllegalArgumentException} "name.empty" when no name is left. */
    public PersonName {
        givenNames = tidy(givenNames);
        infix = tidy(infix);
        surname = tidy(surname);
        preferredName = tidy(preferredName);
        originalScript = tidy(originalScript);
        aliases = tidy(aliases);
        if (Stream.of(givenNames, surname, preferredName, originalScript, aliases)
                .allMatch(Objects::isNull)) {
            throw new IllegalArgumentException("name.empty");
        }
    }

    /** A name of given names and surname only; either may be null. */
    public static PersonName of(@Nullable String givenNames, @Nullable String surname) {
        return new PersonName(givenNames, null, surname, null, null, null);
    }

    /** The name as one says it: preferred or given names, infix, surname. */
    public String display() {
        String spoken = joined(" ", first(), infix, surname);
        return first() == null && surname == null ? written() : spoken;
    }

    /** The name as lists sort it, after Dutch custom: "Berg, van den, Jan". A single name is itself. Never blank. */
    public String sortName() {
        if (surname == null) return display();
        return joined(", ", surname, infix, first());
    }

    /** One or two letters for a small round picture. */
    public String initials() {
        String front = first();
        if (front != null && surname != null) return letter(front) + letter(surname);
        String[] words = display().split(" ", -1);
        return words.length == 1 ? letter(words[0]) : letter(words[0]) + letter(words[1]);
    }

    /** Every way in which this person may be written down elsewhere, the full name first. */
    public List<String> forms() {
        List<String> forms = new ArrayList<>();
        String full = joined(" ", givenNames, infix, surname);
        if (givenNames != null || surname != null) forms.add(full);
        if (preferredName != null) forms.add(joined(" ", preferredName, infix, surname));
        if (originalScript != null) forms.add(originalScript);
        if (aliases != null) {
            for (String alias : BETWEEN_ALIASES.split(aliases)) {
                if (!alias.isBlank()) forms.add(alias.strip());
            }
        }
        return forms.stream().distinct().toList();
    }

    private @Nullable String first() {
        return preferredName != null ? preferredName : givenNames;
    }

    private String written() {
        return originalScript != null ? originalScript : Objects.requireNonNull(aliases);
    }

    private static String joined(String glue, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(glue));
    }

    private static String letter(String word) {
        int letter = word.codePoints().filter(Character::isLetter).findFirst().orElseGet(() -> word.codePointAt(0));
        return Character.toString(letter).toUpperCase(Locale.ROOT);
    }

    private static @Nullable String tidy(@Nullable String part) {
        if (part == null) return null;
        String seen =
                UNSEEN.matcher(Normalizer.normalize(part, Normalizer.Form.NFC)).replaceAll("");
        String tidy = SPACE.matcher(seen).replaceAll(" ").strip();
        return tidy.isEmpty() ? null : tidy;
    }
}
