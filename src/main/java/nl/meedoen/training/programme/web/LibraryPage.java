package nl.meedoen.training.programme.web;

import java.util.List;
import java.util.UUID;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/** The themes with the work forms that were asked for. */
record LibraryPage(
        List<ThemeCard> themes,
        int found,
        @Nullable String q,
        @Nullable String map,
        @Nullable Integer minutes,
        List<Option> mapThemes,
        List<Option> lengths) {

    public boolean filtered() {
        return q != null || map != null || minutes != null;
    }

    /** A theme with what is shown of it. */
    record ThemeCard(String code, String icon, int number, String title, String aim, List<Line> workForms) {}

    /** A work form in one line. */
    record Line(UUID id, String title, int minutes, int groupMin, int groupMax, int tips) {}
}
