package nl.meedoen.plans;

import nl.meedoen.webkit.Texts;

/** How a step stands, in the order of the menu. */
public enum StepStatus {
    DONE("ok", "check"),
    BUSY("busy", "clock"),
    NOT_STARTED("neutral", "dots"),
    WAITING("wait", "pause"),
    HELP("danger", "hand");

    private final String tone;
    private final String icon;

    StepStatus(String tone, String icon) {
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

    /** The message code of its name. */
    public String labelKey() {
        return Texts.code(this);
    }
}
