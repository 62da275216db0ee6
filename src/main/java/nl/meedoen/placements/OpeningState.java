package nl.meedoen.placements;

import nl.meedoen.webkit.Texts;

/** Whether an opening takes participants. */
public enum OpeningState {
    OPEN("ok", "check"),
    FILLED("busy", "users"),
    WITHDRAWN("neutral", "stop");

    private final String tone;
    private final String icon;

    OpeningState(String tone, String icon) {
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
