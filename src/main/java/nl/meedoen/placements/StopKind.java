package nl.meedoen.placements;

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
    OTHER
}
