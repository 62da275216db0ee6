package nl.meedoen.participants.bulk;

/** What can be done for many at once. */
public enum BulkAction {
    /** Gives everybody this coach, whether they have one or not. */
    COACH,
    /** Takes the coach away: they wait for another one. */
    RELEASE,
    /** Records that the intake was held, which puts them on the waiting list for a coach. */
    INTAKE
}
