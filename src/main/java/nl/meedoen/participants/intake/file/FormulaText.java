package nl.meedoen.participants.intake.file;

import java.util.regex.Pattern;
import nl.meedoen.kernel.Phone;

/** Texts that a spreadsheet program would run as a formula when it opens a file. */
final class FormulaText {

    // what a spreadsheet program skips, and the full-width signs that some of them fold to the plain ones
    private static final String SKIPPED = "[\\s\\u00A0\\p{Cntrl}]*";
    private static final String SIGN = "[+\\-\uFF0B\uFF0D]";
    private static final Pattern BEGINNING = Pattern.compile(
            "^" + SKIPPED + "(?:[=@\uFF1D\uFF20].+|" + SIGN + "\\s*[^\\d\\s+\\-].*|" + SIGN
                    + "\\d.*[-+*/(!].*)|^[\\t\\r\\n].+",
            Pattern.DOTALL);
    private static final Pattern DEFUSED = Pattern.compile("^'(?=" + SKIPPED + "[=@+\\-\uFF1D\uFF20\uFF0B\uFF0D])");

    private FormulaText() {}

    static boolean isOne(String cell) {
        return BEGINNING.matcher(cell).matches() && Phone.parse(cell).isEmpty();
    }

    /** With an apostrophe in front, which makes it text to Excel and LibreOffice. */
    static String defused(String cell) {
        return isOne(cell) ? "'" + cell : cell;
    }

    /** Without that apostrophe, for a file of ours that comes back. */
    static String asSent(String cell) {
        return DEFUSED.matcher(cell).replaceFirst("");
    }
}
