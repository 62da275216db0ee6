package nl.meedoen.participants.intake;

/** How far a file has come. */
public enum BatchState {
    /** Somebody has to say what its columns hold. */
    COLUMNS,
    /** A job looks at its rows. */
    CHECKING,
    /** The dry run is there. */
    CHECKED,
    /** A job reads it in. */
    RUNNING,
    /** It was read in; rows that were not decided may follow. */
    DONE,
    /** The job stopped and changed nothing; it can be started again. */
    FAILED
}
