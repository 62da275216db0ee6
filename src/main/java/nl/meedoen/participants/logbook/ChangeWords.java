package nl.meedoen.participants.logbook;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.DossierHistory;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.participants.reference.CountryAndLanguage;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.sections.Background;
import nl.meedoen.participants.sections.Education;
import nl.meedoen.participants.sections.FunctionalLimits;
import nl.meedoen.participants.sections.Household;
import nl.meedoen.participants.sections.Integration;
import nl.meedoen.participants.sections.LanguageMeasurement;
import nl.meedoen.participants.sections.WorkExperience;
import nl.meedoen.participants.sections.WorkProfile;
import nl.meedoen.participants.sections.records.PermitKinds;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Sectors;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words which field was changed, and from what to what: the history keeps names and codes. */
@Component
class ChangeWords {

    private static final List<Class<? extends Record>> KEPT = List.of(
            Registration.class,
            Background.Permit.class,
            Household.class,
            FunctionalLimits.class,
            Integration.class,
            LanguageMeasurement.LanguageLevels.class,
            LanguageMeasurement.EarlierLevel.class,
            Education.class,
            WorkExperience.class,
            WorkProfile.class);

    private static final Map<String, Type> TYPES = types();

    private final Texts texts;
    private final Words words;
    private final Organisation organisation;
    private final PermitKinds permits;
    private final Occupations occupations;

    ChangeWords(Texts texts, Words words, Organisation organisation, PermitKinds permits, Occupations occupations) {
        this.texts = texts;
        this.words = words;
        this.organisation = organisation;
        this.permits = permits;
        this.occupations = occupations;
    }

    /** The names of all fields that a history can hold. */
    static Set<String> fields() {
        return TYPES.keySet();
    }

    /** The message code of a field's name. */
    static String code(String field) {
        return "log.field." + field.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** What the field is called on the screen; an old name that is no field any more as it was. */
    String label(String field) {
        return TYPES.containsKey(field) ? texts.of(code(field)) : field;
    }

    /** What stood in the field; null where nothing did. */
    @Nullable
    String value(String field, String kept) {
        if (kept.isEmpty() || "[]".equals(kept)) {
            return null;
        }
        try {
            return named(field, kept, LocaleContextHolder.getLocale());
        } catch (IllegalArgumentException | java.time.DateTimeException fromBefore) {
            // A word that no longer exists is still what was changed.
            return kept;
        }
    }

    private @Nullable String named(String field, String kept, Locale reader) {
        return switch (field) {
            case "municipalityCode" ->
                organisation.municipality(kept).map(Municipality::name).orElse(kept);
            case "country", "Education.country", "WorkExperience.country" ->
                CountryAndLanguage.lists().countryName(kept, reader);
            case "language" -> LanguageNames.of(kept, reader);
            case "wishedSector", "WorkProfile.sector" -> texts.of(Sectors.label(kept));
            case "Permit.kind" -> permits.name(kept, reader);
            case "Education.level" -> texts.of("sections.isced." + kept);
            case "WorkExperience.occupation" ->
                occupations.find(kept).map(Occupation::label).orElse(kept);
            case "Permit.socialService" -> permits.socialService(UUID.fromString(kept));
            default -> typed(TYPES.get(field), kept, reader);
        };
    }

    private String typed(@Nullable Type type, String kept, Locale reader) {
        if (type instanceof ParameterizedType list) {
            Type each = list.getActualTypeArguments()[0];
            return Arrays.stream(kept.substring(1, kept.length() - 1).split(", "))
                    .map(one -> typed(each, one, reader))
                    .collect(Collectors.joining(", "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return texts.of(Boolean.parseBoolean(kept) ? "participants.yes" : "participants.no");
        }
        if (type == LocalDate.class) {
            return words.fullDate(LocalDate.parse(kept));
        }
        if (type == PartialDate.class) {
            return PartialDate.parse(kept).display(reader);
        }
        if (type == Phone.class) {
            return new Phone(kept).display();
        }
        if (type == DayOfWeek.class) {
            return DayOfWeek.valueOf(kept).getDisplayName(TextStyle.FULL, reader);
        }
        return type instanceof Class<?> kind && kind.isEnum() ? texts.of(constant(kind, kept)) : kept;
    }

    private static Comparable<?> constant(Class<?> kind, String name) {
        return (Comparable<?>) Arrays.stream(kind.getEnumConstants())
                .filter(each -> ((Enum<?>) each).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private static Map<String, Type> types() {
        Map<String, Type> types = new TreeMap<>();
        KEPT.forEach(kind -> add(DossierHistory.root(kind), kind, types));
        return types;
    }

    private static void add(String root, Class<?> kind, Map<String, Type> types) {
        for (RecordComponent part : kind.getRecordComponents()) {
            String path = DossierHistory.path(root, part);
            if (DossierHistory.inParts(part.getType())) {
                add(path, part.getType(), types);
            } else {
                types.put(path, part.getGenericType());
            }
        }
    }
}
