package nl.meedoen.documents.content;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises copies of identity documents by their words and by the lines for machines at their foot (ICAO 9303): these
 * may not be kept (DOMAIN.md). A picture without text is not read; the person who uploads it says that it is none.
 */
public final class IdentityDocument {

    // a passport has two lines of 44, a card three of 30: capitals, digits and fillers, with a run of fillers
    private static final Pattern MACHINE_LINE = Pattern.compile("[A-Z0-9<]{28,46}");
    private static final Pattern BEGINS = Pattern.compile("[PIACV][A-Z<][A-Z<]{3}.*<<.*");
    private static final Pattern NAMED = Pattern.compile(
            "(?U)\\b(paspoort\\w*|passport\\w*|id[ _-]?kaart\\w*|identiteits\\w*|id[ _-]?card|identity[ _-]?card"
                    + "|verblijfs?(document|vergunning|pas|kaart)\\w*|residence[ _-]?(permit|card)|rijbewijs\\w*"
                    + "|vreemdelingen(document|paspoort)|reisdocument\\w*|w[ _-]?document)\\b");

    private IdentityDocument() {}

    /** Whether a name or title says that this is one. */
    public static boolean named(@Nullable String text) {
        return text != null
                && NAMED.matcher(text.toLowerCase(Locale.ROOT).replace('_', ' '))
                        .find();
    }

    /** Whether a text has the lines for machines in it. */
    public static boolean printed(String text) {
        boolean begun = false;
        for (String line : text.split("\\R")) {
            String tight = line.replaceAll("\\s+", "");
            if (MACHINE_LINE.matcher(tight).matches()) {
                if (begun) {
                    return true;
                }
                begun = BEGINS.matcher(tight).matches();
                if (begun && tight.startsWith("P") && tight.length() > 40) {
                    return true;
                }
            }
        }
        return false;
    }
}
