package nl.meedoen.participants.merging;

/** Which of two dossiers, the one with the lower id first; both only for texts that can be joined. */
public enum Side {
    FIRST,
    SECOND,
    BOTH
}
