package nl.meedoen.participants;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How much of the training somebody attended, as coarse as a municipality may know it. */
public enum AttendanceBand {
    HIGH,
    MIDDLE,
    LOW;

    /** From 80 percent high, from 50 middle; empty when no session was held yet. */
    public static Optional<AttendanceBand> of(@Nullable Integer percent) {
        if (percent == null) {
            return Optional.empty();
        }
        return Optional.of(percent >= 80 ? HIGH : percent >= 50 ? MIDDLE : LOW);
    }
}
