package nl.meedoen.training;

/** Whether somebody was at a session. */
public enum AttendanceMark {
    PRESENT,
    LATE,
    EXCUSED,
    ABSENT;

    /** Whether the person took part, be it not from the beginning. */
    public boolean attended() {
        return this == PRESENT || this == LATE;
    }
}
