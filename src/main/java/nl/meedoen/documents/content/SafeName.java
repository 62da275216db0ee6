package nl.meedoen.documents.content;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a file name that means nothing to any system: no path, no control or direction marks, a fitting extension. */
public final class SafeName {

    private static final int LONGEST = 100;

    private SafeName() {}

    /** The name without path and extension; empty when nothing is left. */
    public static String stem(@Nullable String given) {
        String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        if (dot > 0 && name.length() - dot <= 6) {
            name = name.substring(0, dot);
        }
        name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}<>:\"|?*%;]", " ")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("^[. ~-]+|[. ]+$", "");
        return name.codePointCount(0, name.length()) > LONGEST
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST)).strip()
                : name;
    }

    /** The name with the extension that belongs to what the file is. */
    public static String of(@Nullable String given, FileType type) {
        String stem = stem(given);
        boolean device = stem.matches("(?i)con|prn|aux|nul|(com|lpt)[0-9]"); // names that Windows keeps for itself
        return (stem.isEmpty() || device ? type.name().toLowerCase(Locale.ROOT) : stem) + "." + type.extension();
    }
}
