package nl.meedoen.webkit;

/** A rule of the work says no; answered by 422 with the sentence that belongs to {@link #code()}. */
public final class RuleBroken extends RuntimeException {

    private final transient Object[] args;

    /** @param code a message code; the sentence says what is wrong and what to do */
    public RuleBroken(String code, Object... args) {
        super(code, null, false, false);
        this.args = args;
    }

    public String code() {
        return String.valueOf(getMessage());
    }

    public Object[] args() {
        return args.clone();
    }
}
