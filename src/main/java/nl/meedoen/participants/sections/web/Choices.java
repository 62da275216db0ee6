package nl.meedoen.participants.sections.web;

import java.text.Collator;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.participants.Ladder.Moment;
import nl.meedoen.participants.registration.BirthSource;
import nl.meedoen.participants.sections.Background;
import nl.meedoen.participants.sections.Education;
import nl.meedoen.participants.sections.FunctionalLimits;
import nl.meedoen.participants.sections.Household;
import nl.meedoen.participants.sections.Integration;
import nl.meedoen.participants.sections.LanguageMeasurement;
import nl.meedoen.participants.sections.WorkProfile;
import nl.meedoen.participants.sections.records.PermitKinds;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Sectors;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the boxes of each section offer, in the reader's language. */
@Component
class Choices {

    private static final int HIGHEST_ISCED = 8;

    private final Organisation organisation;
    private final PermitKinds permits;
    private final Texts texts;
    private final Words words;

    Choices(Organisation organisation, PermitKinds permits, Texts texts, Words words) {
        this.organisation = organisation;
        this.permits = permits;
        this.texts = texts;
        this.words = words;
    }

    Map<String, List<Option>> identity() {
        return Map.of("birthSources", options(BirthSource.values()), "genders", options(Gender.values()));
    }

    Map<String, List<Option>> background(Actor actor, Background now) {
        Locale reader = LocaleContextHolder.getLocale();
        TreeSet<String> codes = new TreeSet<>(organisation.servedBy(actor.locations(), words.today()));
        codes.add(now.municipality());
        Collator order = Collator.getInstance(reader);
        List<Option> municipalities = codes.stream()
                .flatMap(code -> organisation.municipality(code).stream())
                .map((Municipality m) -> new Option(m.code(), m.name()))
                .sorted(Comparator.comparing(Option::label, order))
                .toList();
        return Map.of(
                "municipalities",
                municipalities,
                "permits",
                permits.choices(words.today(), now.permit().kind(), reader),
                "services",
                permits.socialServices(
                        now.municipality(), words.today(), now.permit().socialService()),
                "benefits",
                options(Background.BenefitKind.values()));
    }

    Map<String, List<Option>> household() {
        Locale reader = LocaleContextHolder.getLocale();
        List<Option> days = Arrays.stream(DayOfWeek.values())
                .map(day -> new Option(day.name(), day.getDisplayName(TextStyle.FULL, reader)))
                .toList();
        return Map.of(
                "kinds",
                options(Household.HouseholdKind.values()),
                "childcare",
                options(Household.Childcare.values()),
                "days",
                days);
    }

    Map<String, List<Option>> limits() {
        return Map.of(
                "any",
                List.of(
                        new Option("true", texts.of("sections.yes-limits")),
                        new Option("false", texts.of("sections.no-limits"))),
                "limits",
                options(FunctionalLimits.Limit.values()),
                "aids",
                options(FunctionalLimits.Aid.values()));
    }

    Map<String, List<Option>> integration() {
        return Map.of(
                "acts",
                options(Integration.Act.values()),
                "routes",
                options(LearningRoute.values()),
                "states",
                options(Integration.PartState.values()));
    }

    Map<String, List<Option>> language() {
        return Map.of(
                "levels", options(LanguageLevel.values()), "sources", options(LanguageMeasurement.Source.values()));
    }

    Map<String, List<Option>> education() {
        List<Option> levels = IntStream.rangeClosed(0, HIGHEST_ISCED)
                .mapToObj(level -> new Option(String.valueOf(level), texts.of("sections.isced." + level)))
                .toList();
        return Map.of(
                "levels",
                levels,
                "diplomas",
                options(Education.Diploma.values()),
                "valuations",
                options(Education.Valuation.values()));
    }

    Map<String, List<Option>> wishes() {
        List<Option> sectors = Sectors.CODES.stream()
                .map(code -> new Option(code, texts.of(Sectors.label(code))))
                .toList();
        return Map.of(
                "sectors",
                sectors,
                "licences",
                options(WorkProfile.Licence.values()),
                "digital",
                options(WorkProfile.DigitalSkills.values()));
    }

    Map<String, List<Option>> ladder() {
        return Map.of(
                "yesNo",
                List.of(
                        new Option("true", texts.of("participants.yes")),
                        new Option("false", texts.of("participants.no"))),
                "moments",
                options(Moment.values()));
    }

    private List<Option> options(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> new Option(constant.name(), texts.of(Texts.code(constant))))
                .toList();
    }
}
