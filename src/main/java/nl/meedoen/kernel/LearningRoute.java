package nl.meedoen.kernel;

/** The three learning routes of the Dutch Civic Integration Act 2021 (Wet inburgering 2021). */
public enum LearningRoute {
    /** B1-route: language at B1, with work or volunteering. */
    B1,
    /** Onderwijsroute: towards a Dutch diploma. */
    EDUCATION,
    /** Zelfredzaamheidsroute (Z-route): for those for whom learning is hard. */
    SELF_RELIANCE
}
