package nl.meedoen.participants.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.reference.CountryAndLanguage;
import nl.meedoen.participants.reference.MunicipalityLookup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationReaderTest {

    private final RegistrationReader reader =
            new RegistrationReader(MunicipalityLookup.load(), CountryAndLanguage.load());

    @ParameterizedTest
    @CsvSource({
        "A2, A2, false",
        "a 2, A2, false",
        "A1+, A1, true",
        "A1 +, A1, true",
        "A1/A2, A1, true",
        "A2-B1, A2, true",
        "B1.1, B1, true",
        "Niveau B1, B1, false",
        "A0, PRE_A1, true",
        "pre-A1, PRE_A1, false",
        "geen, PRE_A1, true",
        "Alfa B, ALFA_B, false",
        "alfabetisering, ALFA_A, true",
    })
    void levels(String text, LanguageLevel level, boolean told) {
        RegistrationRow row = row("Taalniveau", text);
        assertThat(row.level()).isEqualTo(level);
        assertThat(codes(row)).isEqualTo(told ? List.of(RowProblem.LEVEL_READ_AS) : List.of());
    }

    @Test
    void aLevelThatIsNoneIsKeptAsARemark() {
        RegistrationRow row = row("Taalniveau", "spreekt goed");
        assertThat(row.level()).isNull();
        assertThat(row.remark()).isEqualTo("Taalniveau: spreekt goed");
        assertThat(codes(row)).containsExactly(RowProblem.LEVEL_UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "06-12345678 (moeder), +31612345678, registration.phone-with-words",
        "050-3123456 / 06 12345678, +31503123456, registration.phone-with-words",
        "bel via buurvrouw, , registration.phone-unreadable",
        "+31 6 35251474, +31635251474,",
        "612345678, +31612345678,",
    })
    void phones(String text, @Nullable String e164, @Nullable String code) {
        RegistrationRow row = row("Telefoon", text);
        assertThat(row.phone()).isEqualTo(e164 == null ? null : new Phone(e164));
        assertThat(codes(row)).isEqualTo(code == null ? List.of() : List.of(code));
        if (code != null) assertThat(row.remark()).isEqualTo("Telefoon: " + text);
    }

    @Test
    void aMobileNumberWithoutItsZeroIsNoCitizenNumber() {
        assertThat(row("Telefoon", "611222330").isRefused()).isFalse();
        for (int i = 612_000_000; i < 612_000_200; i++) {
            assertThat(row("Telefoon", Integer.toString(i)).isRefused()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Klantnummer", "Schoenmaat", "Voornaam", "Telefoon"})
    void aCitizenNumberInAnyColumnRefusesTheRow(String heading) {
        RegistrationRow row = row(heading, "111222333");
        assertThat(row.isRefused()).isTrue();
        assertThat(codes(row)).contains(RowProblem.CITIZEN_NUMBER);
        assertThat(row.toString()).doesNotContain("111222333");
    }

    @ParameterizedTest
    @CsvSource({
        "Winsum, registration.municipality-several, 'Het Hogeland, Westerkwartier'",
        "Westerkwartir, registration.municipality-unknown, Westerkwartier",
    })
    void anUnclearPlaceIsAsked(String place, String code, String choices) {
        RegistrationRow row = row("Gemeente", place);
        assertThat(row.hasQuestions()).isTrue();
        assertThat(row.isRefused()).isFalse();
        assertThat(row.municipality()).isNull();
        assertThat(row.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.args().get(0)).isEqualTo(place);
            assertThat(problem.args().get(1)).startsWith(choices);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"x\")", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd", "=1"})
    void aFormulaIsKeptAsText(String text) {
        RegistrationRow row = row("Opmerking", text);
        assertThat(codes(row)).containsExactly(RowProblem.FORMULA);
        assertThat(row.remark()).isEqualTo(text);
        assertThat(FormulaText.defused(text)).isEqualTo("'" + text);
        assertThat(row("Opmerking", "'" + text).remark()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  =1+1",
                "\u00A0=1",
                "\u0000=1",
                "\n=1",
                "\t=1",
                "\uFF1D1",
                "\uFF20SUM(A1)",
                " +cmd|' /C calc'!A0"
            })
    void aFormulaBehindWhatIsNotSeenIsOneToo(String text) {
        assertThat(FormulaText.defused(text)).isEqualTo("'" + text);
        assertThat(FormulaText.asSent("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+31 6 35251474", "-", "--", "-5", "+31635251474", "gewoon = tekst", "a@b.nl"})
    void otherTextsAreNoFormulas(String text) {
        assertThat(FormulaText.isOne(text)).isFalse();
    }

    @Test
    void severalLanguagesAreKept() {
        RegistrationRow row = row("Moedertaal", "Koerdisch en Arabisch");
        assertThat(row.language()).isEqualTo("ku");
        assertThat(row.remark()).isEqualTo("Moedertaal: Koerdisch en Arabisch");
    }

    @Test
    void whatSaysNothingIsNothing() {
        RegistrationRow row = row("E-mail", "n.v.t.");
        assertThat(row.email()).isNull();
        assertThat(row.problems()).isEmpty();
        assertThat(row("Bijstand", "onbekend").benefit()).isNull();
        assertThat(row("Geslacht", "-").problems()).isEmpty();
    }

    @Test
    void partsOfANameGoWhereTheyBelong() {
        SheetText sheet = new SheetText(
                List.of("Voornaam", "Tussenvoegsel", "Achternaam", "Roepnaam"),
                List.of(List.of("Johanna", "van den", "Berg", "Jo"), List.of("?", "", "-", "")),
                1);
        List<RegistrationRow> rows =
                reader.readAll(sheet, ColumnMapping.guess(sheet.headings()), LocalDate.of(2026, 11, 22));
        assertThat(Objects.requireNonNull(rows.get(0).name()).sortName()).isEqualTo("Berg, van den, Jo");
        assertThat(codes(rows.get(1))).containsExactly(RowProblem.NO_NAME);
    }

    private RegistrationRow row(String heading, String text) {
        List<String> headings = heading.equals("Voornaam") ? List.of("Voornaam") : List.of("Voornaam", heading);
        List<String> cells = heading.equals("Voornaam") ? List.of(text) : Arrays.asList("Zahra", text);
        SheetText sheet = new SheetText(headings, List.of(cells), 1);
        return reader.readAll(sheet, ColumnMapping.guess(headings), LocalDate.of(2026, 11, 22))
                .get(0);
    }

    private static List<String> codes(RegistrationRow row) {
        return row.problems().stream().map(RowProblem::code).toList();
    }
}
