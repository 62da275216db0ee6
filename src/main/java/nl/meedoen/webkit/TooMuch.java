package nl.meedoen.webkit;

import java.time.Instant;

/** Somebody does something too often; answered by 429 with the sentence that belongs to {@link #code()}. */
public final class TooMuch extends RuntimeException {

    private final Instant until;

    /**
     * @param code a message code; the sentence takes the moment from which on it works again as {0}
     * @param until that moment
     */
    public TooMuch(String code, Instant until) {
        super(code, null, false, false);
        this.until = until;
    }

    public String code() {
        return String.valueOf(getMessage());
    }

    public Instant until() {
        return until;
    }
}
