package nl.meedoen.plans;

/** Who does a step. */
public enum StepOwner {
    PARTICIPANT,
    COACH,
    MUNICIPALITY
}
