package nl.meedoen.participants.sections.form;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import nl.meedoen.participants.sections.Education;
import nl.meedoen.participants.sections.Education.Diploma;
import nl.meedoen.participants.sections.Education.Valuation;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A school or course. */
public record EducationForm(
        @NotNull(message = "{sections.isced-needed}") @Min(0) @Max(8) @Nullable
        Integer level,

        @NoCitizenNumber @Size(max = 150) @Nullable String title,
        @Size(max = 80) @Nullable String country,
        @Nullable Integer untilYear,

        @NotNull(message = "{sections.diploma-needed}") @Nullable
        Diploma diploma,

        @Nullable Valuation valuation,
        @NoCitizenNumber @Size(max = 150) @Nullable String valuedAs,
        @Nullable LocalDate valuedOn,
        @Nullable LocalDate valuedUntil) {

    private static final int OLDEST = 1930;
    private static final int AHEAD = 8;

    public static EducationForm empty() {
        return new EducationForm(null, null, null, null, null, Valuation.NONE, null, null, null);
    }

    public static EducationForm of(Education is) {
        return new EducationForm(
                is.level(),
                is.title(),
                Boxes.country(is.country()),
                is.untilYear(),
                is.diploma(),
                is.valuation(),
                is.valuedAs(),
                is.valuedOn(),
                is.valuedUntil());
    }

    /** What was filled in; null when a field says what is wrong. */
    public @Nullable Education read(LocalDate today, BindingResult errors) {
        String code = Boxes.countryCode(country, errors);
        if (untilYear != null && (untilYear < OLDEST || untilYear > today.getYear() + AHEAD)) {
            errors.rejectValue("untilYear", "sections.year-wrong");
        }
        boolean valued = valuedAs != null || valuedOn != null || valuedUntil != null;
        if (valued && valuation != Valuation.GIVEN) {
            errors.rejectValue("valuation", "sections.valuation-needed");
        }
        if (valuedOn != null && valuedUntil != null && valuedUntil.isBefore(valuedOn)) {
            errors.rejectValue("valuedUntil", "sections.ends-before-start");
        }
        return errors.hasErrors()
                ? null
                : new Education(
                        Objects.requireNonNull(level),
                        title,
                        code,
                        untilYear,
                        Objects.requireNonNull(diploma),
                        valuation == null ? Valuation.NONE : valuation,
                        valuedAs,
                        valuedOn,
                        valuedUntil);
    }
}
