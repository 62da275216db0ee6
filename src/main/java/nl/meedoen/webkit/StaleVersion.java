package nl.meedoen.webkit;

/** Somebody else saved the same thing in the meantime; answered by 409, nothing is overwritten. */
public final class StaleVersion extends RuntimeException {

    public StaleVersion() {
        super("stale version", null, false, false);
    }

    /** Refuses when the form was read at another version than the one that stands now. */
    public static void check(long current, long read) {
        if (current != read) {
            throw new StaleVersion();
        }
    }
}
