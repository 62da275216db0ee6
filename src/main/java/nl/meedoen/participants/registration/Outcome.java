package nl.meedoen.participants.registration;

/** What somebody does after the programme, in the words of the project's own aims; none of them is a failure. */
public enum Outcome {
    PAID_WORK,
    TEMPORARY_WORK,
    EDUCATION,
    INTERNSHIP,
    VOLUNTEER_WORK,
    OTHER_ACTIVITY,
    NOTHING_YET
}
