package nl.meedoen.kernel;

/** Gender as the register and the programme know it. */
public enum Gender {
    FEMALE,
    MALE,
    NON_BINARY,
    UNKNOWN
}
