package nl.meedoen.training.attendance.web;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.kernel.CitizenNumber;
import nl.meedoen.training.AttendanceMark;
import org.jspecify.annotations.Nullable;

/**
 * The screen with everybody, by participant; whoever is not in the session is not looked at.
 *
 * @param seen what stood there when the screen was made
 */
record AttendanceForm(
        @Nullable Map<String, String> marks,
        @Nullable Map<String, String> minutes,
        @Nullable Map<String, String> reasons,
        @Nullable Map<String, String> seen) {

    /** Longest reason, in characters. */
    static final int LONGEST = 200;

    @Nullable
    public AttendanceMark mark(UUID participant) {
        String text = read(marks, participant);
        return Arrays.stream(AttendanceMark.values())
                .filter(mark -> mark.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    public String minutes(UUID participant) {
        return read(minutes, participant);
    }

    @Nullable
    public String reason(UUID participant) {
        return read(reasons, participant);
    }

    @Nullable
    public String seen(UUID participant) {
        return read(seen, participant);
    }

    /** The message code of what is wrong with one person's row, or null. */
    @Nullable
    public String objection(UUID participant) {
        String typed = minutes(participant);
        if (mark(participant) == AttendanceMark.LATE && typed != null && late(participant) == null) {
            return "training.minutes-late";
        }
        String reason = reason(participant);
        if (reason != null && reason.length() > LONGEST) {
            return "training.reason-long";
        }
        return reason != null && CitizenNumber.looksLikeOne(reason) ? "webkit.no-citizen-number" : null;
    }

    /** The minutes as a number between 1 and 480; null when nothing or something else was typed. */
    @Nullable
    public Integer late(UUID participant) {
        String typed = minutes(participant);
        if (typed == null || !typed.matches("\\d{1,3}")) {
            return null;
        }
        int number = Integer.parseInt(typed);
        return number >= 1 && number <= 480 ? number : null;
    }

    private static @Nullable String read(@Nullable Map<String, String> boxes, UUID participant) {
        String text = boxes == null ? null : boxes.get(participant.toString());
        return text == null || text.isBlank() ? null : text.strip();
    }
}
