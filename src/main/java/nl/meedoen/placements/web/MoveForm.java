package nl.meedoen.placements.web;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import nl.meedoen.placements.Move;
import nl.meedoen.placements.Placements;
import nl.meedoen.placements.StopKind;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The boxes of all steps; each step shows, and asks for, its own few. */
record MoveForm(
        @Nullable LocalDate on,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,

        @DecimalMin(value = "0.5", message = "{placements.hours-wrong}")
        @DecimalMax(value = "60", message = "{placements.hours-wrong}")
        @Digits(integer = 2, fraction = 1, message = "{placements.hours-wrong}")
        @Nullable
        BigDecimal hours,

        @Size(max = 120, message = "{placements.too-long}") @NoCitizenNumber @Nullable
        String supervisor,

        @Nullable LocalDate signedOn,
        @Nullable Boolean insured,
        @Nullable StopKind why,

        @Size(max = 2000, message = "{placements.too-long}") @NoCitizenNumber @Nullable
        String reason) {

    /** Asks for what the step cannot do without. */
    void check(Move move, Errors errors) {
        switch (move) {
            case INTERVIEW, START, FINISH -> need(errors, "on", on, "placements.day-needed");
            case AGREE -> need(errors, "startsOn", startsOn, "placements.day-needed");
            case EXTEND -> need(errors, "endsOn", endsOn, "placements.day-needed");
            case STOP -> {
                need(errors, "on", on, "placements.day-needed");
                need(errors, "why", why, "placements.why-needed");
            }
            default -> {}
        }
    }

    private static void need(Errors errors, String field, @Nullable Object value, String code) {
        if (value == null && !errors.hasFieldErrors(field)) {
            errors.rejectValue(field, code);
        }
    }

    public LocalDate day() {
        return Objects.requireNonNull(on);
    }

    public LocalDate end() {
        return Objects.requireNonNull(endsOn);
    }

    public StopKind stopKind() {
        return Objects.requireNonNull(why);
    }

    public Placements.Agreement agreement() {
        return new Placements.Agreement(Objects.requireNonNull(startsOn), endsOn, hours, supervisor);
    }
}
