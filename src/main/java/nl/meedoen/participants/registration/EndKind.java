package nl.meedoen.participants.registration;

/** Why an enrolment ended, in fixed words that can be counted. */
public enum EndKind {
    COMPLETED,
    MOVED,
    HEALTH,
    CARE_FOR_FAMILY,
    OTHER_PROGRAMME,
    FOUND_WORK,
    OWN_CHOICE,
    OUT_OF_TOUCH,
    OTHER
}
