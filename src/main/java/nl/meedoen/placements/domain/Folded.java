package nl.meedoen.placements.domain;

import java.text.Normalizer;
import java.util.Locale;

/** Text as a search compares it: lower case, without accents, single spaces. */
public final class Folded {

    private Folded() {}

    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** The pattern for "contains", in which what was typed has no special meaning. */
    public static String like(String typed) {
        return "%" + of(typed).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
