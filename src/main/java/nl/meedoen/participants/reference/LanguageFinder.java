package nl.meedoen.participants.reference;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.webkit.Finder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Finds the language that somebody speaks, out of all there are. */
public final class LanguageFinder {

    private static final int MOST = 8;

    private LanguageFinder() {}

    /**
     * What the form shows: what is called like that, or what many speak; the chosen one stands first.
     *
     * @param q what was looked for; null or empty when nothing was
     * @param chosen the code that is chosen
     */
    public static Finder look(@Nullable String q, @Nullable String chosen) {
        CountryAndLanguage lists = CountryAndLanguage.lists();
        var reader = LocaleContextHolder.getLocale();
        String asked = q == null || q.isBlank() ? null : q;
        List<CountryAndLanguage.Named> named =
                new ArrayList<>(asked == null ? lists.oftenSpoken(reader, MOST) : lists.search(asked, reader, MOST));
        if (chosen != null) {
            named.removeIf(one -> one.code().equals(chosen));
            named.add(0, new CountryAndLanguage.Named(chosen, lists.languageName(chosen, reader)));
        }
        List<Finder.Hit> hits = named.stream()
                .map(one -> new Finder.Hit(one.code(), one.name(), null, null))
                .toList();
        return new Finder(
                "language", "languageQuery", "/languages", "participants.language.choose", asked, hits, chosen);
    }
}
