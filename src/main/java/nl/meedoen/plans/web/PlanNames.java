package nl.meedoen.plans.web;

import java.util.List;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.webkit.Option;
import org.springframework.context.i18n.LocaleContextHolder;

/** Names as the plan page says them. */
final class PlanNames {

    /** What most participants write in, and Dutch and English. */
    private static final List<String> LANGUAGES =
            List.of("nl", "en", "ar", "ti", "fa", "prs", "tr", "uk", "so", "ku", "ps", "am", "ru", "fr");

    private PlanNames() {}

    /** The languages to choose from, called as the reader calls them. */
    static List<Option> languages() {
        return LANGUAGES.stream()
                .map(code -> new Option(code, LanguageNames.of(code, LocaleContextHolder.getLocale())))
                .toList();
    }

    /** The name by which somebody with this full name is called. */
    static String first(String name) {
        return name.strip().split("\\s+", 2)[0];
    }
}
