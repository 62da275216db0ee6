package nl.meedoen.plans.cv;

/** A part of a curriculum vitae that the participant allows or not; the name is always on it. */
public enum CvPart {
    CONTACT,
    PLACE,
    PROFILE,
    ABILITIES,
    WORK,
    EDUCATION,
    DUTCH,
    SKILLS,
    WISHES
}
