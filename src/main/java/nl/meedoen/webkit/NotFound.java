package nl.meedoen.webkit;

/** The thing does not exist, or the asker may not know whether it does: both are answered by the same 404. */
public final class NotFound extends RuntimeException {

    public NotFound() {
        super("not found", null, false, false);
    }
}
