package nl.meedoen.database;

import org.jspecify.annotations.Nullable;

/** The application cannot start on this database; the message is one sentence that the operator can act upon. */
public final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says in one sentence what is wrong. */
    public DatabaseUnavailable(String sentence) {
        super(sentence);
    }

    /** Says in one sentence what is wrong, and keeps what was underneath for the debug log. */
    public DatabaseUnavailable(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
