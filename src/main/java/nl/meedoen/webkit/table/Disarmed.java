package nl.meedoen.webkit.table;

/** Text that no spreadsheet takes for a formula (OWASP CSV injection, ASVS 1.2.10). */
final class Disarmed {

    // the full-width forms are folded to the plain ones by some spreadsheets
    private static final String BEGINNERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Disarmed() {}

    /** The text itself, with a quote before it when it begins, behind spaces or not, as a formula would. */
    static String text(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}&&[^\t\r\n]]", "");
        int at = 0;
        while (at < plain.length() && (plain.charAt(at) == ' ' || plain.charAt(at) == '\u00A0')) {
            at++;
        }
        return at < plain.length() && BEGINNERS.indexOf(plain.charAt(at)) >= 0 ? "'" + plain : plain;
    }
}
