package nl.meedoen.placements;

import nl.meedoen.webkit.Texts;

/** How far a placement is, in the order of its steps. */
public enum PlacementState {
    PROPOSED("new", "spark"),
    INTERVIEW("busy", "chat"),
    AGREED("busy", "file"),
    RUNNING("ok", "brief"),
    FINISHED("neutral", "check"),
    STOPPED("neutral", "stop");

    private final String tone;
    private final String icon;

    PlacementState(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** Whether it still takes steps. */
    public boolean open() {
        return this != FINISHED && this != STOPPED;
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
