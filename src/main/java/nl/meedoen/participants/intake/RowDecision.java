package nl.meedoen.participants.intake;

/** What somebody decided about a row. */
public enum RowDecision {
    /** It is the person who is there already. */
    SAME,
    /** It is somebody else. */
    OTHER,
    /** It is left out. */
    LEAVE
}
