package nl.meedoen.training.delivery.domain;

/** How far a session is; it was held from the first mark of attendance on. */
public enum SessionState {
    PLANNED("neutral", "cal"),
    HELD("ok", "check"),
    CANCELLED("danger", "calendar-x");

    private final String tone;
    private final String icon;

    SessionState(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** The badge's colour. */
    public String tone() {
        return tone;
    }

    /** The badge's symbol. */
    public String icon() {
        return icon;
    }
}
