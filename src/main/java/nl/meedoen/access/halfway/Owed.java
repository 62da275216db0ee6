package nl.meedoen.access.halfway;

/** What somebody who gave the right password still has to do before being signed in. */
public enum Owed {
    NOTHING,
    /** The second step that the account has. */
    STEP,
    /** Adding a second step, since every account must have one. */
    FACTOR
}
