package nl.meedoen.participants.registration;

/** Where a birth date comes from. */
public enum BirthSource {
    DOCUMENT,
    STATEMENT,
    /** Set by an authority where the person has no document. */
    AUTHORITY
}
