package nl.meedoen.participants.caseload;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A day that a form asks for and that cannot lie ahead. */
public final class PastDay {

    private PastDay() {}

    /** The day that was typed; null when the field says what is wrong with it. */
    public static @Nullable LocalDate read(@Nullable String typed, String field, Errors errors, LocalDate today) {
        LocalDate day = any(typed, field, errors);
        if (day != null && day.isAfter(today)) {
            errors.rejectValue(field, "participants.day-in-future");
        }
        return day;
    }

    /** As {@link #read}, for a day that may lie ahead. */
    static @Nullable LocalDate any(@Nullable String typed, String field, Errors errors) {
        try {
            if (typed != null) {
                return LocalDate.parse(typed);
            }
        } catch (DateTimeException unreadable) {
            // said below
        }
        errors.rejectValue(field, "participants.day-needed");
        return null;
    }
}
