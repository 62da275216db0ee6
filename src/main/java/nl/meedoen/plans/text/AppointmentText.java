package nl.meedoen.plans.text;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What people write about an appointment.
 *
 * @param startsAt on the clock of {@link nl.meedoen.webkit.Words#ZONE}
 */
public record AppointmentText(
        LocalDateTime startsAt,
        int minutes,
        String title,
        @Nullable String place) {

    /** How long an appointment lasts when nobody says otherwise. */
    public static final int USUAL_MINUTES = 60;
}
