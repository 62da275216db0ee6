package nl.meedoen.participants.registration;

/** Where one run through the programme stands. */
public enum EnrolmentStatus {
    REGISTERED,
    INTAKE,
    ACTIVE,
    COMPLETED,
    WITHDRAWN,
    AFTERCARE,
    CLOSED
}
