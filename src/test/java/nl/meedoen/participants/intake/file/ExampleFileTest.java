package nl.meedoen.participants.intake.file;

import static nl.meedoen.participants.intake.file.RegistrationField.BIRTH_DATE;
import static nl.meedoen.participants.intake.file.RegistrationField.LANGUAGE_LEVEL;
import static nl.meedoen.participants.intake.file.RegistrationField.MUNICIPALITY;
import static nl.meedoen.participants.intake.file.RegistrationField.PHONE;
import static nl.meedoen.participants.intake.file.RegistrationField.REMARK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.kernel.PartialDate.Precision;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.matching.MatchScore;
import nl.meedoen.participants.matching.MatchSubject;
import nl.meedoen.participants.reference.CountryAndLanguage;
import nl.meedoen.participants.reference.MunicipalityLookup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example that a municipality mailed: 62 invented registrations. */
class ExampleFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static RegistrationFile file;
    private static List<RegistrationRow> rows;

    @BeforeAll
    static void readTheFile() throws IOException {
        file = RegistrationFile.read(example());
        rows = new RegistrationReader(MunicipalityLookup.load(), CountryAndLanguage.load())
                .readAll(file.sheet(), ColumnMapping.guess(file.sheet().headings()), TODAY);
    }

    @Test
    void itsFormatIsSeen() {
        assertThat(file.format()).isEqualTo(new FileFormat(FileFormat.Kind.CSV, ';', StandardCharsets.UTF_8, true));
        assertThat(file.sheet().headings()).hasSize(14).startsWith("Voornaam", "Achternaam", "Geboortedatum");
    }

    @Test
    void everyColumnIsUnderstood() {
        ColumnMapping mapping = ColumnMapping.guess(file.sheet().headings());
        assertThat(mapping.fields())
                .hasSize(14)
                .doesNotContain(RegistrationField.INFIX, RegistrationField.PREFERRED_NAME);
    }

    @Test
    void fourRowsAreRefused() {
        assertThat(rows).hasSize(62);
        assertThat(rows.stream().filter(RegistrationRow::isRefused).map(RegistrationRow::clientNumber))
                .containsExactly("KL-2021", "KL-2028", "KL-2040", "KL-2052");
        assertThat(row("KL-2021").problems()).contains(RowProblem.error(null, RowProblem.NO_NAME));
        assertThat(row("KL-2028").problems())
                .containsExactly(RowProblem.error(BIRTH_DATE, "date.no-such-day", "31-02-1990"));
        assertThat(row("KL-2040").problems())
                .contains(RowProblem.error(REMARK, RowProblem.CITIZEN_NUMBER, "Opmerking"));
        assertThat(row("KL-2052").problems())
                .containsExactly(RowProblem.error(BIRTH_DATE, "date.future", "01-01-2035"));
    }

    @Test
    void theCitizenNumberIsNowhereInWhatIsKept() {
        assertThat(row("KL-2040").toString()).doesNotContain("111222333");
        assertThat(row("KL-2040").remark()).isEqualTo("BSN ••••••••• staat in het systeem");
    }

    @Test
    void nothingHasToBeAsked() {
        assertThat(rows).noneMatch(RegistrationRow::hasQuestions);
    }

    @Test
    void oneRowIsARepeat() {
        assertThat(rows.stream().filter(RegistrationRow::isRepeated))
                .singleElement()
                .satisfies(repeat -> {
                    assertThat(repeat.number()).isEqualTo(46);
                    assertThat(repeat.problems()).contains(RowProblem.notice(null, RowProblem.REPEATED, "5"));
                });
    }

    @Test
    void whatWasReadInACertainWayIsTold() {
        assertThat(row("KL-2005").problems())
                .containsExactly(RowProblem.notice(LANGUAGE_LEVEL, RowProblem.LEVEL_READ_AS, "A1+", "A1"));
        assertThat(row("KL-2001").problems())
                .containsExactly(RowProblem.notice(LANGUAGE_LEVEL, RowProblem.LEVEL_READ_AS, "A0", "pre-A1"));
        assertThat(row("KL-2007").problems())
                .containsExactly(
                        RowProblem.notice(MUNICIPALITY, RowProblem.MUNICIPALITY_FORMER, "Leek", "Westerkwartier"));
        assertThat(row("KL-2014").problems())
                .containsExactly(
                        RowProblem.notice(MUNICIPALITY, RowProblem.MUNICIPALITY_FORMER, "Norg", "Noordenveld"));
        assertThat(row("KL-2033").problems())
                .containsExactly(RowProblem.notice(PHONE, RowProblem.PHONE_UNREADABLE, "bel via buurvrouw"));
        assertThat(row("KL-2055").problems())
                .containsExactly(RowProblem.notice(REMARK, RowProblem.FORMULA, "Opmerking"));
        assertThat(row("KL-2055").remark()).isEqualTo("=HYPERLINK(\"x\")");
        assertThat(count(RowProblem.LEVEL_READ_AS)).isEqualTo(14);
        assertThat(count(RowProblem.FORMULA)).isEqualTo(1);
        assertThat(count(RowProblem.NOT_UNDERSTOOD)).isZero();
    }

    @Test
    void aWholeRowIsUnderstood() {
        RegistrationRow row = row("KL-2005");
        assertThat(Objects.requireNonNull(row.name()).display()).isEqualTo("Yonas Tesfay Gebre");
        assertThat(row.birth().precision()).isEqualTo(Precision.UNKNOWN);
        assertThat(row.originals()).containsEntry(BIRTH_DATE, "onbekend").containsEntry(LANGUAGE_LEVEL, "A1+");
        assertThat(row.gender()).isEqualTo(Gender.MALE);
        assertThat(row.country()).isEqualTo("ER");
        assertThat(row.language()).isEqualTo("ti");
        assertThat(row.municipality()).isEqualTo("GM1969");
        assertThat(row.phone()).isEqualTo(new Phone("+31635251474"));
        assertThat(row.email()).isEqualTo("deelnemer5@voorbeeld.example");
        assertThat(row.level()).isEqualTo(LanguageLevel.A1);
        assertThat(row.benefit()).isTrue();
        assertThat(row.route()).isEqualTo(LearningRoute.EDUCATION);
        assertThat(row.remark()).isEqualTo("Was elektricien, wil dat weer worden");
    }

    @Test
    void everyTakenRowHasItsFields() {
        assertThat(rows).filteredOn(row -> !row.isRefused()).hasSize(58).allSatisfy(row -> {
            assertThat(row.name()).isNotNull();
            assertThat(row.country()).isNotNull();
            assertThat(row.language()).isNotNull();
            assertThat(row.municipality()).startsWith("GM");
        });
        assertThat(rows)
                .filteredOn(row -> row.phone() == null)
                .extracting(RegistrationRow::clientNumber)
                .containsExactly("KL-2033", "KL-2061");
        assertThat(row("KL-2033").remark()).isEqualTo("Rijbewijs B\nTelefoon: bel via buurvrouw");
        assertThat(Objects.requireNonNull(row("KL-2061").name()).originalScript())
                .isEqualTo("محمد حداد");
    }

    @Test
    void theSamePeopleAreFound() {
        List<String> likely = new ArrayList<>();
        List<RegistrationRow> named =
                rows.stream().filter(row -> row.name() != null).toList();
        for (int i = 0; i < named.size(); i++) {
            for (int j = i + 1; j < named.size(); j++) {
                if (MatchScore.of(subject(named.get(i)), subject(named.get(j))).isLikely()) {
                    likely.add(named.get(i).clientNumber() + " " + named.get(j).clientNumber());
                }
            }
        }
        assertThat(likely)
                .containsExactlyInAnyOrder("KL-2003 KL-2003", "KL-2042 KL-2060", "KL-2042 KL-2061", "KL-2060 KL-2061");
    }

    @Test
    void theErrorFileLooksLikeTheSenders() {
        byte[] bytes = ErrorFile.write(file, rows, "Reden", problem -> "[" + problem.code() + "]");
        RegistrationFile answer = RegistrationFile.read(bytes);
        assertThat(answer.format()).isEqualTo(file.format());
        assertThat(answer.sheet().headings()).startsWith("Voornaam").endsWith("Opmerking", "Reden");
        assertThat(answer.sheet().rows()).hasSize(4);
        assertThat(answer.sheet().rows().get(1))
                .startsWith("Mohammed", "Haddad", "31-02-1990")
                .endsWith("[date.no-such-day]");
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("111222333");
    }

    private static RegistrationRow row(String clientNumber) {
        return rows.stream()
                .filter(row -> clientNumber.equals(row.clientNumber()))
                .findFirst()
                .orElseThrow();
    }

    private static long count(String code) {
        return rows.stream()
                .flatMap(row -> row.problems().stream())
                .filter(problem -> problem.code().equals(code))
                .count();
    }

    private static MatchSubject subject(RegistrationRow row) {
        return MatchSubject.of(
                Objects.requireNonNull(row.name()),
                row.birth(),
                row.gender(),
                row.phone(),
                row.email(),
                row.clientNumber());
    }

    static byte[] example() throws IOException {
        try (var resource = ExampleFileTest.class.getResourceAsStream("/aanmeldingen-voorbeeld.csv")) {
            return Objects.requireNonNull(resource).readAllBytes();
        }
    }
}
