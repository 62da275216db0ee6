package nl.meedoen.placements;

import nl.meedoen.webkit.Texts;

/** What an employer offers and what somebody does there; none of these is a failure. */
public enum OpeningKind {
    MOCK_INTERVIEW,
    WORK_VISIT,
    TRIAL_PLACE,
    WORK_EXPERIENCE,
    INTERNSHIP,
    VOLUNTEER_WORK,
    TEMPORARY_WORK,
    PAID_WORK,
    EDUCATION,
    OTHER_ACTIVITY;

    /** Whether it counts as a way of taking part; a practice interview and a visit lead up to one. */
    public boolean outcome() {
        return this != MOCK_INTERVIEW && this != WORK_VISIT;
    }

    /** The message code of its name. */
    public String labelKey() {
        return Texts.code(this);
    }
}
