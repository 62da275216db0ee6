package nl.meedoen.backup;

import org.jspecify.annotations.Nullable;

/** A backup or a restore does not go on; the message is a sentence that the operator can act upon. */
final class CannotBackUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotBackUp(String sentence) {
        super(sentence);
    }

    CannotBackUp(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
