package nl.meedoen.plans.network;

/** What came of an introduction that was made. */
public enum IntroductionOutcome {
    NOTHING,
    TALK,
    VISIT,
    WORK_EXPERIENCE,
    WORK
}
