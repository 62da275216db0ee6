package nl.meedoen.participants.web;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.reference.LanguageFinder;
import nl.meedoen.participants.registration.BirthSource;
import nl.meedoen.participants.registration.Direction;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Identity;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.registration.Residence;
import nl.meedoen.webkit.Finder;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/** The boxes of the enrolment form, and of the form that corrects a dossier. Least needed: a name and a place. */
record RegistrationForm(
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
        @Nullable Gender gender,
        @Nullable String municipality,
        @Size(max = 100) @Nullable String otherMunicipality,
        @Size(max = 40) @Nullable String phone,
        @Nullable Boolean whatsapp,

        @Email(message = "{participants.email-wrong}") @Size(max = 200) @Nullable
        String email,

        @NoCitizenNumber @Size(max = 100) @Nullable String street,
        @Size(max = 10) @Nullable String postcode,
        @NoCitizenNumber @Size(max = 80) @Nullable String town,
        @NoCitizenNumber @Size(max = 200) @Nullable String reachableNote,
        @Nullable String language,
        @Size(max = 100) @Nullable String languageQuery,
        @Nullable Boolean interpreter,
        @Size(max = 80) @Nullable String country,
        @NoCitizenNumber @Size(max = 30) @Nullable String clientNumber,
        @Nullable String benefit,
        @Nullable LocalDate benefitFrom,
        @Nullable LocalDate benefitUntil,
        @Nullable LearningRoute learningRoute,
        @Nullable LanguageLevel languageLevel,
        @Nullable String wishedSector,
        @NoCitizenNumber @Size(max = 1000) @Nullable String remark,
        @Nullable Boolean shareMunicipality,
        @Nullable Boolean shareEmployers,
        @Nullable Boolean shareResearch,
        @Nullable Long version) {

    static RegistrationForm empty() {
        return new RegistrationForm(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, false, null, null,
                null, null, null, null, null, false, null, null, null, null, null, null, null, null, null, false, false,
                false, null);
    }

    /** The form of a dossier as it stands. */
    static RegistrationForm of(Enrolments.Known known, String country) {
        Registration r = known.registration();
        PersonName name = r.name();
        PartialDate birth = r.identity().birth();
        Residence residence = r.residence();
        Direction direction = r.direction();
        Reachability reach = r.reachability();
        return new RegistrationForm(
                name.givenNames(),
                name.infix(),
                name.surname(),
                name.preferredName(),
                name.originalScript(),
                name.aliases(),
                text(birth.day()),
                text(birth.month()),
                text(birth.year()),
                r.identity().birthSource(),
                r.identity().gender(),
                r.municipalityCode(),
                null,
                reach.phone() == null ? null : reach.phone().display(),
                reach.whatsapp(),
                reach.email(),
                reach.street(),
                reach.postcode(),
                reach.town(),
                reach.note(),
                reach.language(),
                null,
                reach.interpreter(),
                country,
                residence.clientNumber(),
                residence.benefit() == null ? null : residence.benefit() ? "yes" : "no",
                residence.benefitFrom(),
                residence.benefitUntil(),
                direction.learningRoute(),
                direction.languageLevel(),
                direction.wishedSector(),
                direction.remark(),
                false,
                false,
                false,
                known.version());
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    /** The languages to choose from, after what was looked for. */
    Finder languages() {
        return LanguageFinder.look(languageQuery, language);
    }

    public boolean hasName() {
        return givenNames != null || surname != null || preferredName != null || originalName != null;
    }

    public PersonName name() {
        return new PersonName(givenNames, infix, surname, preferredName, originalName, aliases);
    }

    public Optional<Phone> readPhone() {
        return Phone.parse(phone);
    }

    public Reachability reachability() {
        return new Reachability(
                readPhone().orElse(null),
                Boolean.TRUE.equals(whatsapp),
                email,
                street,
                postcode,
                town,
                reachableNote,
                language,
                Boolean.TRUE.equals(interpreter));
    }

    /** All of it in the shape that the dossier keeps; the parts that needed a look-up are handed in. */
    public Registration registration(PartialDate birth, String municipalityCode, @Nullable String countryCode) {
        return new Registration(
                new Identity(name(), birth, birthSource, gender == null ? Gender.UNKNOWN : gender),
                reachability(),
                new Residence(
                        municipalityCode,
                        countryCode,
                        clientNumber,
                        benefit == null ? null : Boolean.valueOf("yes".equals(benefit)),
                        benefitFrom,
                        benefitUntil),
                new Direction(learningRoute, languageLevel, wishedSector, remark));
    }
}
