package nl.meedoen.plans.cv;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import nl.meedoen.webkit.NotFound;
import org.springframework.context.i18n.LocaleContextHolder;

/** The languages of a curriculum vitae. */
enum CvLanguage {
    NL,
    EN;

    /** As in an address and in HTML. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /** @throws NotFound when there is no curriculum vitae in it */
    static CvLanguage asked(String tag) {
        return Arrays.stream(values())
                .filter(one -> one.tag().equals(tag))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** English where a browser asks for it, else Dutch. */
    static CvLanguage of(Locale reader) {
        return "en".equals(reader.getLanguage()) ? EN : NL;
    }

    /** Does something in this language, whatever the reader's. */
    <T> T during(Supplier<T> work) {
        Locale before = LocaleContextHolder.getLocale();
        LocaleContextHolder.setLocale(locale());
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocale(before);
        }
    }
}
