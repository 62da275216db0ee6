package nl.meedoen.plans;

import nl.meedoen.webkit.Texts;

/** How a goal stands. An adjusted goal lives on in the one that replaced it. */
public enum GoalState {
    OPEN("busy", "target"),
    ACHIEVED("ok", "check"),
    ADJUSTED("neutral", "edit"),
    DROPPED("neutral", "stop");

    private final String tone;
    private final String icon;

    GoalState(String tone, String icon) {
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
