package nl.meedoen.participants.sections.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.UnreadableDate;
import nl.meedoen.participants.reference.CountryAndLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.validation.BindingResult;

/** What several forms read and write in the same way. */
final class Boxes {

    private Boxes() {}

    static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    static @Nullable String country(@Nullable String code) {
        return code == null ? null : CountryAndLanguage.lists().countryName(code, LocaleContextHolder.getLocale());
    }

    /** The code of the country that was typed; says so at the field where there is none. */
    static @Nullable String countryCode(@Nullable String typed, BindingResult errors) {
        if (typed == null) {
            return null;
        }
        Optional<String> code = CountryAndLanguage.lists().countryCode(typed);
        if (code.isEmpty()) {
            errors.rejectValue("country", "participants.country-unknown");
        }
        return code.orElse(null);
    }

    /** A date in three boxes that cannot lie in the future; unknown, and said at the first box, where it is wrong. */
    static PartialDate date(
            @Nullable String day,
            @Nullable String month,
            @Nullable String year,
            java.time.LocalDate today,
            String field,
            BindingResult errors) {
        try {
            return PartialDate.of(day, month, year).notAfter(today);
        } catch (UnreadableDate wrong) {
            errors.rejectValue(field, "participants." + wrong.code());
            return PartialDate.UNKNOWN;
        }
    }

    static <E extends Enum<E>> List<E> sorted(@Nullable Collection<E> chosen) {
        if (chosen == null) {
            return List.of();
        }
        List<E> sorted = new ArrayList<>(chosen);
        sorted.sort(null);
        return List.copyOf(sorted);
    }
}
