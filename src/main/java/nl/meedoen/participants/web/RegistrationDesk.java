package nl.meedoen.participants.web;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.UnreadableDate;
import nl.meedoen.participants.reference.CountryAndLanguage;
import nl.meedoen.participants.reference.Municipality;
import nl.meedoen.participants.reference.MunicipalityAnswer.Found;
import nl.meedoen.participants.reference.MunicipalityLookup;
import nl.meedoen.participants.registration.BirthSource;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Sectors;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Reads a registration form: finds the place and the country that were typed, and says at the field what is wrong. */
@Component
class RegistrationDesk {

    private static final int MOST_NEAR = 5;

    private final Organisation organisation;
    private final MunicipalityLookup municipalities;
    private final CountryAndLanguage names;
    private final Texts texts;
    private final Words words;

    RegistrationDesk(
            Organisation organisation,
            MunicipalityLookup municipalities,
            CountryAndLanguage names,
            Texts texts,
            Words words) {
        this.organisation = organisation;
        this.municipalities = municipalities;
        this.names = names;
        this.texts = texts;
        this.words = words;
    }

    /** What the form offers to choose from. */
    record Choices(
            List<Option> municipalities,
            List<Option> genders,
            List<Option> birthSources,
            List<Option> routes,
            List<Option> levels,
            List<Option> sectors,
            List<Option> benefits) {}

    /** The choices, with what was chosen before among them, even where nobody would choose it now. */
    Choices choices(Actor actor, @Nullable String chosenMunicipality) {
        Set<String> codes = new LinkedHashSet<>();
        LocalDate today = words.today();
        actor.locations().forEach(location -> codes.addAll(organisation.servedBy(location, today)));
        if (chosenMunicipality != null) {
            codes.add(chosenMunicipality);
        }
        Locale reader = LocaleContextHolder.getLocale();
        Collator order = Collator.getInstance(reader);
        List<Option> served = codes.stream()
                .flatMap(code -> organisation.municipality(code).stream())
                .map(m -> new Option(m.code(), m.name()))
                .sorted((a, b) -> order.compare(a.label(), b.label()))
                .toList();
        return new Choices(
                served,
                options(Gender.values()),
                options(BirthSource.values()),
                options(LearningRoute.values()),
                Arrays.stream(LanguageLevel.values())
                        .map(l -> new Option(l.name(), l.display()))
                        .toList(),
                Sectors.CODES.stream()
                        .map(code -> new Option(code, texts.of(Sectors.label(code))))
                        .toList(),
                List.of(
                        new Option("yes", texts.of("participants.yes")),
                        new Option("no", texts.of("participants.no"))));
    }

    private List<Option> options(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(c -> new Option(c.name(), texts.of(c)))
                .toList();
    }

    /** The registration that the form describes; null when a field was wrong and says so. */
    @Nullable
    Registration read(RegistrationForm form, BindingResult errors) {
        if (!form.hasName()) {
            errors.rejectValue("givenNames", "participants.name-needed");
        }
        PartialDate birth = birth(form, errors);
        if (form.phone() != null && form.readPhone().isEmpty()) {
            errors.rejectValue("phone", "participants.phone-wrong");
        }
        String municipality = municipality(form, errors);
        String country = form.country() == null
                ? null
                : names.countryCode(form.country()).orElse(null);
        if (form.country() != null && country == null) {
            errors.rejectValue("country", "participants.country-unknown");
        }
        if (form.benefitFrom() != null
                && form.benefitUntil() != null
                && form.benefitUntil().isBefore(form.benefitFrom())) {
            errors.rejectValue("benefitUntil", "participants.benefit-order");
        }
        if (errors.hasErrors() || municipality == null || birth == null) {
            return null;
        }
        return form.registration(birth, municipality, country);
    }

    private @Nullable PartialDate birth(RegistrationForm form, BindingResult errors) {
        try {
            return PartialDate.of(form.birthDay(), form.birthMonth(), form.birthYear())
                    .notAfter(words.today());
        } catch (UnreadableDate wrong) {
            errors.rejectValue("birthDay", "participants." + wrong.code());
            return null;
        }
    }

    private @Nullable String municipality(RegistrationForm form, BindingResult errors) {
        if (form.otherMunicipality() == null) {
            if (form.municipality() == null
                    || organisation.municipality(form.municipality()).isEmpty()) {
                errors.rejectValue("municipality", "participants.municipality-needed");
                return null;
            }
            return form.municipality();
        }
        String typed = form.otherMunicipality();
        if (municipalities.resolve(typed) instanceof Found found) {
            return found.code();
        }
        var made = organisation.municipalityNamed(typed);
        if (made.isPresent()) {
            return made.get().code();
        }
        String near = municipalities.search(typed, MOST_NEAR).stream()
                .map(Municipality::name)
                .collect(Collectors.joining(", "));
        if (near.isEmpty()) {
            errors.rejectValue("otherMunicipality", "participants.municipality-unknown");
        } else {
            errors.rejectValue("otherMunicipality", "participants.municipality-near", new Object[] {near}, null);
        }
        return null;
    }

    /** The name of a country in the reader's language; empty when there is none. */
    static String countryName(@Nullable String code) {
        return code == null ? "" : CountryAndLanguage.lists().countryName(code, LocaleContextHolder.getLocale());
    }
}
