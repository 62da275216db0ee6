package nl.meedoen.enrolment;

/** What a funder asks to be checked of everybody whom it pays for. */
public enum EligibilityKind {
    RESIDENCE_STATUS,
    AGE,
    MUNICIPALITY,
    INTEGRATION_DUTY,
    NO_OTHER_FUNDING
}
