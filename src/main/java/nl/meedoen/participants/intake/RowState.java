package nl.meedoen.participants.intake;

/** What will happen, or has happened, to a row. */
public enum RowState {
    /** Will be enrolled. */
    READY("ok", "check"),
    /** Somebody has to say which municipality is meant. */
    QUESTION("wait", "hand"),
    /** Somebody has to say whether it is a person who is there already. */
    DOUBLE("wait", "users"),
    /** Is not enrolled: somebody decided so, or the same row came before. */
    SKIPPED("neutral", "pause"),
    /** Cannot be enrolled. */
    REFUSED("danger", "alert"),
    /** Was enrolled by an earlier import. */
    PRESENT("neutral", "user"),
    /** Is enrolled. */
    ENROLLED("ok", "check");

    private final String tone;
    private final String icon;

    RowState(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** The tone of the badge on the screen. */
    public String tone() {
        return tone;
    }

    /** The icon of the badge on the screen. */
    public String icon() {
        return icon;
    }
}
