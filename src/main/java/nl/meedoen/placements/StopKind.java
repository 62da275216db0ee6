package nl.meedoen.placements;

import nl.meedoen.webkit.Texts;

/** The fixed word for why a placement stopped early, for figures. It never says anything of somebody's health. */
public enum StopKind {
    OTHER_PLACE,
    NOT_A_MATCH,
    PARTICIPANT_CHOSE,
    EMPLOYER_CHOSE,
    LANGUAGE,
    TRAVEL,
    PERSONAL,
    MOVED,
    OTHER;

    /** The message code of its name. */
    public String labelKey() {
        return Texts.code(this);
    }
}
