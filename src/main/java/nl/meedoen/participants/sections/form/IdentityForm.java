package nl.meedoen.participants.sections.form;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.participants.registration.BirthSource;
import nl.meedoen.participants.registration.Identity;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Who somebody is. */
public record IdentityForm(
        @NoCitizenNumber @Size(max = 100) @Nullable String givenNames,
        @NoCitizenNumber @Size(max = 30) @Nullable String infix,
        @NoCitizenNumber @Size(max = 100) @Nullable String surname,
        @NoCitizenNumber @Size(max = 100) @Nullable String preferredName,
        @NoCitizenNumber @Size(max = 100) @Nullable String originalName,
        @NoCitizenNumber @Size(max = 200) @Nullable String aliases,
        @Nullable String birthDay,
        @Nullable String birthMonth,
        @Nullable String birthYear,
        @Nullable BirthSource birthSource,
        @Nullable Gender gender) {

    public static IdentityForm of(Identity is) {
        PersonName name = is.name();
        return new IdentityForm(
                name.givenNames(),
                name.infix(),
                name.surname(),
                name.preferredName(),
                name.originalScript(),
                name.aliases(),
                Boxes.text(is.birth().day()),
                Boxes.text(is.birth().month()),
                Boxes.text(is.birth().year()),
                is.birthSource(),
                is.gender());
    }

    /** What was filled in; null when a field says what is wrong. */
    public @Nullable Identity read(LocalDate today, BindingResult errors) {
        if (givenNames == null && surname == null && preferredName == null && originalName == null) {
            errors.rejectValue("givenNames", "participants.name-needed");
        }
        var birth = Boxes.date(birthDay, birthMonth, birthYear, today, "birthDay", errors);
        return errors.hasErrors()
                ? null
                : new Identity(
                        new PersonName(givenNames, infix, surname, preferredName, originalName, aliases),
                        birth,
                        birthSource,
                        gender == null ? Gender.UNKNOWN : gender);
    }
}
