package nl.meedoen.participants;

/** How far somebody is; follows from facts and is never chosen. In the order in which people go through them. */
public enum Phase {
    REGISTERED("new", "spark"),
    INTAKE_DONE("wait", "pause"),
    COACH_FOUND("busy", "file"),
    PLAN_AGREED("busy", "file"),
    IN_ACTION("busy", "trend"),
    PLACED("ok", "brief"),
    AFTERCARE("ok", "check"),
    STOPPED("neutral", "stop");

    private final String tone;
    private final String icon;

    Phase(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** The message code of its name. */
    public String labelKey() {
        return nl.meedoen.webkit.Texts.code(this);
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
