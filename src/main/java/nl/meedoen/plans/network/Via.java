package nl.meedoen.plans.network;

/** Who knows the one to whom a participant is introduced. */
public enum Via {
    COACH,
    PARTICIPANT,
    EMPLOYER,
    OTHER
}
