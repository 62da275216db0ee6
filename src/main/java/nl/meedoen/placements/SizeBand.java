package nl.meedoen.placements;

import nl.meedoen.webkit.Texts;

/** How many people work for an employer: up to 9, 49, 249, or more (the European classes). */
public enum SizeBand {
    MICRO,
    SMALL,
    MEDIUM,
    LARGE;

    /** The message code of its name. */
    public String labelKey() {
        return Texts.code(this);
    }
}
