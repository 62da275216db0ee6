package nl.meedoen.participants.intake.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meedoen.kernel.CitizenNumber;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import nl.meedoen.kernel.UnreadableDate;
import nl.meedoen.participants.reference.CountryAndLanguage;
import nl.meedoen.participants.reference.Municipality;
import nl.meedoen.participants.reference.MunicipalityAnswer;
import nl.meedoen.participants.reference.MunicipalityAnswer.Found;
import nl.meedoen.participants.reference.MunicipalityAnswer.Several;
import nl.meedoen.participants.reference.MunicipalityAnswer.Unknown;
import nl.meedoen.participants.reference.MunicipalityLookup;
import org.jspecify.annotations.Nullable;

/** The reading of one row: gathers what was understood, what must be told, and what is kept as a remark. */
final class RowReading {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;.]{2,}");
    private static final Pattern BETWEEN_LANGUAGES = Pattern.compile("\\s*[,/;+&]\\s*|\\s+(?:en|and)\\s+");

    private final Map<RegistrationField, String> texts = new EnumMap<>(RegistrationField.class);
    private final Map<RegistrationField, String> labels = new EnumMap<>(RegistrationField.class);
    private final List<String> cells = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final LocalDate today;

    RowReading(List<String> headings, List<String> sent, ColumnMapping mapping, LocalDate today) {
        this.today = today;
        for (int column = 0; column < sent.size(); column++) {
            RegistrationField field = mapping.field(column).orElse(null);
            String cell = FormulaText.asSent(sent.get(column));
            String heading = headings.get(column);
            if (hidesCitizenNumber(cell, field)) {
                tell(RowProblem.error(field, RowProblem.CITIZEN_NUMBER, heading));
                cell = CitizenNumber.mask(cell);
            }
            cells.add(cell);
            if (field == null || cell.isBlank()) continue;
            texts.put(field, cell);
            labels.put(field, heading);
            if (FormulaText.isOne(cell)) tell(RowProblem.notice(field, RowProblem.FORMULA, heading));
        }
    }

    private static boolean hidesCitizenNumber(String cell, @Nullable RegistrationField field) {
        if (field == RegistrationField.PHONE && SheetText.mayBeMobile(cell)) return false;
        return CitizenNumber.looksLikeOne(cell) || CitizenNumber.isMasked(cell);
    }

    void tell(RowProblem problem) {
        problems.add(problem);
    }

    RegistrationRow read(int number, MunicipalityLookup municipalities, CountryAndLanguage names) {
        String remark = texts.get(RegistrationField.REMARK);
        if (remark != null) remarks.add(remark);
        PersonName name = name();
        PartialDate birth = birth();
        Gender gender = Optional.ofNullable(word(RegistrationField.GENDER, CellWords::gender))
                .orElse(Gender.UNKNOWN);
        String country = word(RegistrationField.COUNTRY, names::countryCode);
        String language = language(names);
        String municipality = municipality(municipalities);
        Phone phone = phone();
        String email = email();
        LanguageLevel level = level();
        Boolean benefit = word(RegistrationField.BENEFIT, CellWords::benefit);
        var route = word(RegistrationField.LEARNING_ROUTE, CellWords::route);
        String client = text(RegistrationField.CLIENT_NUMBER);
        String kept = remarks.isEmpty() ? null : String.join("\n", remarks);
        return new RegistrationRow(
                number,
                cells,
                texts,
                name,
                birth,
                gender,
                country,
                language,
                municipality,
                phone,
                email,
                level,
                benefit,
                route,
                client,
                kept,
                problems);
    }

    private @Nullable PersonName name() {
        String given = nameText(RegistrationField.GIVEN_NAMES);
        String surname = nameText(RegistrationField.SURNAME);
        String preferred = nameText(RegistrationField.PREFERRED_NAME);
        if (given == null && surname == null && preferred == null) {
            tell(RowProblem.error(null, RowProblem.NO_NAME));
            return null;
        }
        String infix = text(RegistrationField.INFIX);
        String whole = Stream.of(given, surname)
                .filter(part -> part != null && !isLatin(part))
                .collect(Collectors.joining(" "));
        return new PersonName(given, infix, surname, preferred, whole, null);
    }

    private @Nullable String nameText(RegistrationField field) {
        String text = text(field);
        return text == null || text.codePoints().noneMatch(Character::isLetter) ? null : text;
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }

    private PartialDate birth() {
        try {
            return PartialDate.parse(texts.get(RegistrationField.BIRTH_DATE), today);
        } catch (UnreadableDate e) {
            tell(RowProblem.error(RegistrationField.BIRTH_DATE, e.code(), e.text()));
            return PartialDate.UNKNOWN;
        }
    }

    private @Nullable String language(CountryAndLanguage names) {
        String text = text(RegistrationField.LANGUAGE);
        if (text == null) return null;
        Optional<String> whole = names.languageCode(text);
        if (whole.isPresent()) return whole.get();
        notUnderstood(RegistrationField.LANGUAGE, text);
        return BETWEEN_LANGUAGES
                .splitAsStream(text)
                .flatMap(part -> names.languageCode(part).stream())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String municipality(MunicipalityLookup municipalities) {
        String text = text(RegistrationField.MUNICIPALITY);
        if (text == null) return null;
        RegistrationField field = RegistrationField.MUNICIPALITY;
        MunicipalityAnswer answer = municipalities.resolve(text);
        if (answer instanceof Found found) {
            if (found.wasFormer()) tell(RowProblem.notice(field, RowProblem.MUNICIPALITY_FORMER, text, found.name()));
            return found.code();
        }
        if (answer instanceof Several several) {
            tell(RowProblem.question(field, RowProblem.MUNICIPALITY_SEVERAL, text, names(several.choices())));
        } else if (answer instanceof Unknown unknown) {
            tell(RowProblem.question(field, RowProblem.MUNICIPALITY_UNKNOWN, text, names(unknown.suggestions())));
        }
        return null;
    }

    private static String names(List<Municipality> municipalities) {
        return municipalities.stream().map(Municipality::name).collect(Collectors.joining(", "));
    }

    private @Nullable Phone phone() {
        String text = text(RegistrationField.PHONE);
        if (text == null) return null;
        Optional<Phone> phone = Phone.parse(text);
        if (phone.isPresent()) return phone.get();
        Optional<Phone> within = Phone.findIn(text);
        String code = within.isPresent() ? RowProblem.PHONE_WITH_WORDS : RowProblem.PHONE_UNREADABLE;
        keep(RegistrationField.PHONE, code, text);
        return within.orElse(null);
    }

    private @Nullable String email() {
        String text = text(RegistrationField.EMAIL);
        if (text == null) return null;
        String address = text.replaceFirst("(?i)^mailto:", "");
        if (EMAIL.matcher(address).matches()) return address;
        keep(RegistrationField.EMAIL, RowProblem.EMAIL_UNREADABLE, text);
        return null;
    }

    private @Nullable LanguageLevel level() {
        String text = text(RegistrationField.LANGUAGE_LEVEL);
        if (text == null) return null;
        Optional<CellWords.ReadLevel> read = CellWords.level(text);
        if (read.isEmpty()) {
            keep(RegistrationField.LANGUAGE_LEVEL, RowProblem.LEVEL_UNKNOWN, text);
            return null;
        }
        LanguageLevel level = read.get().level();
        if (read.get().rounded()) {
            tell(RowProblem.notice(RegistrationField.LANGUAGE_LEVEL, RowProblem.LEVEL_READ_AS, text, level.display()));
        }
        return level;
    }

    private <T> @Nullable T word(RegistrationField field, Function<String, Optional<T>> meaning) {
        String text = text(field);
        if (text == null) return null;
        Optional<T> meant = meaning.apply(text);
        if (meant.isEmpty()) notUnderstood(field, text);
        return meant.orElse(null);
    }

    /** The text of a field; null when the cell says nothing. */
    private @Nullable String text(RegistrationField field) {
        String text = texts.get(field);
        return text == null || CellWords.isNothing(text) ? null : text;
    }

    private void notUnderstood(RegistrationField field, String text) {
        keep(field, RowProblem.NOT_UNDERSTOOD, text);
    }

    private void keep(RegistrationField field, String code, String text) {
        tell(RowProblem.notice(field, code, text));
        remarks.add(labels.getOrDefault(field, field.name()) + ": " + text);
    }
}
