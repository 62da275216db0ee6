package nl.meedoen.plans.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** An appointment. */
record AppointmentForm(
        @NotBlank(message = "{plans.appointment-title-needed}")
        @Size(max = 200, message = "{plans.title-long}")
        @NoCitizenNumber
        @Nullable
        String title,

        @NotNull(message = "{plans.day-needed}") @Nullable LocalDate meetOn,

        @NotNull(message = "{plans.time-needed}") @Nullable LocalTime meetAt,

        @Min(value = 5, message = "{plans.minutes-wrong}")
        @Max(value = 600, message = "{plans.minutes-wrong}")
        @Nullable
        Integer minutes,

        @Size(max = 200, message = "{plans.title-long}") @NoCitizenNumber @Nullable
        String place,

        @Nullable Long version) {

    static AppointmentForm empty() {
        return new AppointmentForm(null, null, null, AppointmentText.USUAL_MINUTES, null, null);
    }

    static AppointmentForm of(AppointmentText text, long version) {
        return new AppointmentForm(
                text.title(),
                text.startsAt().toLocalDate(),
                text.startsAt().toLocalTime(),
                text.minutes(),
                text.place(),
                version);
    }

    public AppointmentForm at(long now) {
        return new AppointmentForm(title, meetOn, meetAt, minutes, place, now);
    }

    /** What depends on the clock. */
    void check(Errors errors, LocalDateTime now) {
        if (meetOn != null && meetAt != null && !meetOn.atTime(meetAt).isAfter(now)) {
            errors.rejectValue("meetOn", "plans.appointment-in-past");
        }
    }

    public AppointmentText text() {
        return new AppointmentText(
                Objects.requireNonNull(meetOn).atTime(Objects.requireNonNull(meetAt)),
                minutes == null ? AppointmentText.USUAL_MINUTES : minutes,
                Objects.requireNonNull(title),
                place);
    }
}
