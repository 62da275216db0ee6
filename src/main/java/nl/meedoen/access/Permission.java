package nl.meedoen.access;

/** What a handler can ask for; {@link Role} says who holds it. */
public enum Permission {
    TODAY,
    PARTICIPANTS_LIST,
    PARTICIPANT_ENROL,
    PARTICIPANTS_IMPORT,
    LIST_EXPORT,
    DOSSIER_VIEW,
    DOSSIER_EDIT,
    DOSSIER_LOG,
    /** Making the files with all that is known of a person. */
    SUBJECT_ACCESS,
    /** Holding a dossier, and letting it go when its time is over or the person asks for it. */
    RETENTION,
    /** Opening a dossier of another location for an hour. */
    EMERGENCY,
    REACHABILITY_EDIT,
    /** What a municipality may see of a resident who agreed to it. */
    PROGRESS_VIEW,
    QUESTION_ASK,
    QUESTION_ANSWER,
    /** Saying "well done" to whoever wrote a contact down. */
    CONTACT_PRAISE,
    COACH_ASSIGN,
    COACHES_VIEW,
    /** Writing down the own hours as a volunteer. */
    HOURS_WRITE,
    PLAN_VIEW,
    PLAN_EDIT,
    /** Reading the versions of a pitch; {@link #PITCH_RATE} says what one thinks of them. */
    PITCH_VIEW,
    PITCH_RATE,
    /** Keeping whom one knows, and answering when an introduction is asked. */
    NETWORK_OWN,
    /** Looking in the networks of the volunteers of the own locations. */
    NETWORK_SEARCH,
    /** Keeping the plans that others begin from. */
    OUTLINES_EDIT,
    /** Opening, adding, replacing and removing files of a dossier. */
    DOCUMENTS,
    TRAINING_VIEW,
    /** Planning groups and saying who is in them. */
    COHORT_PLAN,
    COHORT_EDIT,
    ATTENDANCE_EDIT,
    LIBRARY_VIEW,
    LIBRARY_EDIT,
    EMPLOYERS_EDIT,
    PLACEMENT_VIEW,
    PLACEMENT_EDIT,
    DASHBOARD_VIEW,
    TARGETS_EDIT,
    STAFF_INVITE,
    ACCOUNTS_EDIT,
    ORGANISATION_EDIT
}
