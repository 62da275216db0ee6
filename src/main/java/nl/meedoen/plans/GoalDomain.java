package nl.meedoen.plans;

/** What a goal is about, in the order in which plans show them. */
public enum GoalDomain {
    PERSONAL,
    CAREER,
    SKILLS
}
