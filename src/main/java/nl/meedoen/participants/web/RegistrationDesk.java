package nl.meedoen.participants.web;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.UnreadableDate;
import nl.meedoen.participants.BirthSource;
import nl.meedoen.participants.LanguageNames;
import nl.meedoen.participants.Registration;
import nl.meedoen.people.Municipality;
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

    private static final List<String> LANGUAGES =
            List.of("ar", "ti", "fa", "prs", "ps", "tr", "kmr", "ckb", "so", "am", "uk", "ru", "en", "fr", "es");

    private final Organisation organisation;
    private final Texts texts;
    private final Words words;

    RegistrationDesk(Organisation organisation, Texts texts, Words words) {
        this.organisation = organisation;
        this.texts = texts;
        this.words = words;
    }

    /** What the form offers to choose from. */
    record Choices(
            List<Option> municipalities,
            List<Option> genders,
            List<Option> birthSources,
            List<Option> languages,
            List<Option> routes,
            List<Option> levels,
            List<Option> sectors,
            List<Option> benefits) {}

    Choices choices(Actor actor, @Nullable String chosenMunicipality) {
        Set<String> codes = new LinkedHashSet<>();
        LocalDate today = words.today();
        actor.locations().forEach(location -> codes.addAll(organisation.servedBy(location, today)));
        if (chosenMunicipality != null) {
            codes.add(chosenMunicipality);
        }
        List<Option> municipalities = new ArrayList<>(codes.stream()
                .flatMap(code -> organisation.municipality(code).stream())
                .map(m -> new Option(m.code(), m.name()))
                .toList());
        Locale reader = LocaleContextHolder.getLocale();
        Collator order = Collator.getInstance(reader);
        municipalities.sort((a, b) -> order.compare(a.label(), b.label()));
        List<Option> languages = new ArrayList<>(LANGUAGES.stream()
                .map(code -> new Option(code, LanguageNames.of(code, reader)))
                .toList());
        languages.sort((a, b) -> order.compare(a.label(), b.label()));
        return new Choices(
                municipalities,
                options(Gender.values()),
                options(BirthSource.values()),
                languages,
                options(LearningRoute.values()),
                Arrays.stream(LanguageLevel.values())
                        .map(l -> new Option(l.name(), l.display()))
                        .toList(),
                Sectors.CODES.stream()
                        .map(code -> new Option(code, Sectors.label(code)))
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
        String country = country(form.country());
        if (form.country() != null && country == null) {
            errors.rejectValue("country", "participants.country-unknown");
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
        String typed = form.otherMunicipality().strip();
        List<Municipality> found = organisation.municipalities().stream()
                .filter(m -> m.name().equalsIgnoreCase(typed)
                        || m.name().replaceAll(" \\(.*\\)", "").equalsIgnoreCase(typed))
                .toList();
        if (found.size() == 1) {
            return found.get(0).code();
        }
        List<String> near = organisation.municipalities().stream()
                .map(Municipality::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)))
                .limit(5)
                .toList();
        if (near.isEmpty()) {
            errors.rejectValue("otherMunicipality", "participants.municipality-unknown");
        } else {
            errors.rejectValue(
                    "otherMunicipality",
                    "participants.municipality-near",
                    new Object[] {String.join(", ", near)},
                    null);
        }
        return null;
    }

    /** ISO 3166 code of a country by its Dutch or English name. */
    private static @Nullable String country(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(code).build();
            if (country.getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(typed)
                    || country.getDisplayCountry(Locale.forLanguageTag("nl")).equalsIgnoreCase(typed)
                    || code.equalsIgnoreCase(typed)) {
                return code;
            }
        }
        return null;
    }

    static String countryName(@Nullable String code) {
        return code == null
                ? ""
                : new Locale.Builder().setRegion(code).build().getDisplayCountry(LocaleContextHolder.getLocale());
    }
}
