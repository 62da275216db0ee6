package nl.meedoen.placements;

import nl.meedoen.webkit.Texts;

/** What happened between the programme and an employer. */
public enum EventKind {
    CALL("phone"),
    VISIT("building"),
    MAIL("mail"),
    AGREEMENT("file"),
    OTHER("chat");

    private final String icon;

    EventKind(String icon) {
        this.icon = icon;
    }

    /** A symbol of the sprite. */
    public String icon() {
        return icon;
    }

    /** The message code of its name. */
    public String labelKey() {
        return Texts.code(this);
    }
}
