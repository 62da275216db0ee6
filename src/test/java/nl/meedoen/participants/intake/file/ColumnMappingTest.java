package nl.meedoen.participants.intake.file;

import static nl.meedoen.participants.intake.file.RegistrationField.BIRTH_DATE;
import static nl.meedoen.participants.intake.file.RegistrationField.CLIENT_NUMBER;
import static nl.meedoen.participants.intake.file.RegistrationField.EMAIL;
import static nl.meedoen.participants.intake.file.RegistrationField.GIVEN_NAMES;
import static nl.meedoen.participants.intake.file.RegistrationField.INFIX;
import static nl.meedoen.participants.intake.file.RegistrationField.PHONE;
import static nl.meedoen.participants.intake.file.RegistrationField.REMARK;
import static nl.meedoen.participants.intake.file.RegistrationField.SURNAME;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnMappingTest {

    @Test
    void headingsAreUnderstoodInDutchAndEnglish() {
        assertThat(fields(
                        "Voorna(a)m(en)",
                        "Voornamen",
                        "Tussenvoegsel",
                        "Achternaam",
                        "Geb. datum",
                        "Tel.nr.",
                        "E-MAIL"))
                .containsExactly(null, GIVEN_NAMES, INFIX, SURNAME, BIRTH_DATE, PHONE, EMAIL);
        assertThat(fields("First name", "Last Name", "Date of birth", "Phone number", "Email address", "Client No."))
                .containsExactly(GIVEN_NAMES, SURNAME, BIRTH_DATE, PHONE, EMAIL, CLIENT_NUMBER);
    }

    @Test
    void naamIsTheSurnameBesideAGivenNameAndAllOfItAlone() {
        assertThat(fields("Voornaam", "Naam")).containsExactly(GIVEN_NAMES, SURNAME);
        assertThat(fields("Naam", "Opmerking")).containsExactly(GIVEN_NAMES, REMARK);
    }

    @Test
    void aFieldIsUsedOnce() {
        assertThat(fields("Mobiel", "Telefoon", "Schoenmaat", "")).containsExactly(null, PHONE, null, null);
    }

    @Test
    void aGuessCanBeCorrected() {
        ColumnMapping mapping = ColumnMapping.guess(List.of("Voornaam", "Mobiel", "Kolom 3"));
        assertThat(mapping.hasName()).isTrue();
        ColumnMapping corrected = mapping.with(2, PHONE).with(0, null);
        assertThat(corrected.columnOf(PHONE)).isEqualTo(2);
        assertThat(corrected.field(1)).isEmpty();
        assertThat(corrected.hasName()).isFalse();
    }

    private static List<RegistrationField> fields(String... headings) {
        ColumnMapping mapping = ColumnMapping.guess(List.of(headings));
        return java.util.stream.IntStream.range(0, headings.length)
                .mapToObj(column -> mapping.field(column).orElse(null))
                .toList();
    }
}
