package nl.meedoen.participants.intake.file;

import java.util.regex.Pattern;
import nl.meedoen.kernel.Phone;

/** Texts that a spreadsheet program would run as a formula when it opens a CSV. */
final class FormulaText {

    private static final Pattern BEGINNING =
            Pattern.compile("^[=@\\t\\r].+|^[+\\-]\\s*[^\\d\\s+\\-].*|^[+\\-]\\d.*[-+*/(!].*", Pattern.DOTALL);
    private static final Pattern DEFUSED = Pattern.compile("^'(?=[=@+\\-])");

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
