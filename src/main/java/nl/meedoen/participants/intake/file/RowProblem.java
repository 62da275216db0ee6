package nl.meedoen.participants.intake.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about a row that the sender or whoever imports must know.
 *
 * @param field the field it is about; null when it is about the row
 * @param code message code: one of the constants here or, for a birth date, of {@link nl.meedoen.kernel.UnreadableDate} with the
 *     text as argument
 * @param args what the message needs, in order; never a citizen service number
 */
public record RowProblem(@Nullable RegistrationField field, String code, List<String> args, Severity severity) {

    /** What a problem means for the row. */
    public enum Severity {
        /** The row is refused. */
        ERROR,
        /** Somebody has to answer before the row can be taken. */
        QUESTION,
        /** The row is taken; this is how it was read. */
        NOTICE
    }

    /** No name in any column. */
    public static final String NO_NAME = "registration.no-name";
    /** A citizen service number somewhere in the row. Argument: heading of the column. */
    public static final String CITIZEN_NUMBER = "registration.citizen-number";
    /** The same as an earlier row; argument: its number. */
    public static final String REPEATED = "registration.repeated";
    /** Begins like a formula; kept as text. Argument: heading of the column. */
    public static final String FORMULA = "registration.formula";
    /** Not a phone number; kept as a remark. Argument: the text. */
    public static final String PHONE_UNREADABLE = "registration.phone-unreadable";
    /** A phone number with words; the words are kept as a remark. Argument: the text. */
    public static final String PHONE_WITH_WORDS = "registration.phone-with-words";
    /** Not an email address; kept as a remark. Argument: the text. */
    public static final String EMAIL_UNREADABLE = "registration.email-unreadable";
    /** A level in between; arguments: the text, the level it was read as. */
    public static final String LEVEL_READ_AS = "registration.level-read-as";
    /** Not a level. Argument: the text. */
    public static final String LEVEL_UNKNOWN = "registration.level-unknown";
    /** A former municipality; arguments: the text, today's name. */
    public static final String MUNICIPALITY_FORMER = "registration.municipality-former";
    /** May be more than one municipality; arguments: the text, their names. */
    public static final String MUNICIPALITY_SEVERAL = "registration.municipality-several";
    /** No municipality; arguments: the text, names that look like it. */
    public static final String MUNICIPALITY_UNKNOWN = "registration.municipality-unknown";
    /** Not understood; kept as a remark. Argument: the text. */
    public static final String NOT_UNDERSTOOD = "registration.not-understood";

    /** Takes a copy of the arguments. */
    public RowProblem {
        args = List.copyOf(args);
    }

    static RowProblem error(@Nullable RegistrationField field, String code, String... args) {
        return new RowProblem(field, code, List.of(args), Severity.ERROR);
    }

    static RowProblem question(RegistrationField field, String code, String... args) {
        return new RowProblem(field, code, List.of(args), Severity.QUESTION);
    }

    static RowProblem notice(@Nullable RegistrationField field, String code, String... args) {
        return new RowProblem(field, code, List.of(args), Severity.NOTICE);
    }
}
