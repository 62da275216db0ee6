package nl.meedoen.webkit;

/** The same form was sent twice; the first one counted and this one changed nothing. */
public final class AlreadySaved extends RuntimeException {

    public AlreadySaved(Throwable cause) {
        super("form key already used", cause);
    }
}
