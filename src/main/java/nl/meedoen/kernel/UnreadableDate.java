package nl.meedoen.kernel;

/** A date that cannot be taken, with the message code that says why to whoever typed it. */
public final class UnreadableDate extends RuntimeException {

    /** The text is no date in any way of writing that we know. */
    public static final String UNREADABLE = "date.unreadable";
    /** A day or month that does not exist, such as 31 February. */
    public static final String NO_SUCH_DAY = "date.no-such-day";
    /** Later than today. */
    public static final String FUTURE = "date.future";
    /** Before the year 1900. */
    public static final String TOO_OLD = "date.too-old";

    private final String code;
    private final String text;

    UnreadableDate(String code, String text) {
        super(code);
        this.code = code;
        this.text = text;
    }

    /** The message code, one of the constants of this class. */
    public String code() {
        return code;
    }

    /** The date as it was typed, to be shown again. */
    public String text() {
        return text;
    }
}
