package nl.meedoen.participants.sections.form;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.participants.sections.WorkExperience;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * Work that somebody did.
 *
 * @param q what was typed to find the occupation
 * @param occupation the one that was chosen
 */
public record WorkForm(
        @Size(max = 100) @Nullable String q,
        @Nullable String occupation,
        @Size(max = 80) @Nullable String country,
        @Nullable Integer fromYear,
        @Nullable Integer untilYear,

        @NoCitizenNumber @Size(max = 2000, message = "{sections.text-long}") @Nullable
        String note) {

    private static final int OLDEST = 1930;

    public static WorkForm empty() {
        return new WorkForm(null, null, null, null, null, null);
    }

    public static WorkForm of(WorkExperience is, String label) {
        return new WorkForm(
                label, is.occupation(), Boxes.country(is.country()), is.fromYear(), is.untilYear(), is.note());
    }

    /** What was filled in; null when a field says what is wrong. */
    public @Nullable WorkExperience read(Occupations occupations, LocalDate today, BindingResult errors) {
        if (occupations.find(occupation).isEmpty()) {
            errors.rejectValue("q", "sections.occupation-needed");
        }
        String code = Boxes.countryCode(country, errors);
        check("fromYear", fromYear, today, errors);
        check("untilYear", untilYear, today, errors);
        if (fromYear != null && untilYear != null && untilYear < fromYear) {
            errors.rejectValue("untilYear", "sections.ends-before-start");
        }
        return errors.hasErrors()
                ? null
                : new WorkExperience(Objects.requireNonNull(occupation), code, fromYear, untilYear, note);
    }

    private static void check(String field, @Nullable Integer year, LocalDate today, BindingResult errors) {
        if (year != null && (year < OLDEST || year > today.getYear())) {
            errors.rejectValue(field, "sections.year-wrong");
        }
    }
}
