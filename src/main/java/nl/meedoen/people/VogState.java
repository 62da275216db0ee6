package nl.meedoen.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a coach's certificate of conduct (VOG) stands on a day. */
public enum VogState {
    MISSING("danger", "alert"),
    EXPIRED("danger", "alert"),
    EXPIRING("wait", "clock"),
    VALID("ok", "check");

    /** Asking for a new one takes the screening authority up to eight weeks. */
    public static final int WARNING_DAYS = 60;

    private final String tone;
    private final String icon;

    VogState(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** @param on its date; @param until until when the office takes it, null for no end */
    public static VogState of(@Nullable LocalDate on, @Nullable LocalDate until, LocalDate today) {
        if (until == null) {
            return on == null ? MISSING : VALID;
        }
        if (until.isBefore(today)) {
            return EXPIRED;
        }
        return until.isAfter(today.plusDays(WARNING_DAYS)) ? VALID : EXPIRING;
    }

    /** Whether the coach may work with participants on the day. */
    public boolean valid() {
        return this == VALID || this == EXPIRING;
    }

    public String tone() {
        return tone;
    }

    public String icon() {
        return icon;
    }
}
