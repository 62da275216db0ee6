package nl.meedoen.participants.intake.file;

import java.util.List;

/** A file that cannot be read as a list of registrations, with the message code that says why. */
public final class UnreadableFile extends RuntimeException {

    /** Nothing in it. */
    public static final String EMPTY = "file.empty";
    /** No CSV and no XLSX, or damaged. */
    public static final String UNREADABLE = "file.unreadable";
    /** The old Excel format (.xls), to be saved as .xlsx first. */
    public static final String OLD_EXCEL = "file.old-excel";
    /** An XLSX behind a password. */
    public static final String PROTECTED = "file.protected";
    /** Too large, also when unpacked; argument: megabytes allowed. */
    public static final String TOO_LARGE = "file.too-large";
    /** Argument: rows allowed. */
    public static final String TOO_MANY_ROWS = "file.too-many-rows";
    /** Argument: columns allowed. */
    public static final String TOO_MANY_COLUMNS = "file.too-many-columns";
    /** Arguments: row, characters allowed. */
    public static final String CELL_TOO_LONG = "file.cell-too-long";

    private final String code;
    private final List<Integer> args;

    UnreadableFile(String code, Integer... args) {
        super(code);
        this.code = code;
        this.args = List.of(args);
    }

    /** The message code, one of the constants of this class. */
    public String code() {
        return code;
    }

    /** What the message needs, in order. */
    public List<Integer> args() {
        return args;
    }
}
