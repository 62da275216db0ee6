package nl.meedoen.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Jan           | van den | Berg     |       | Jan van den Berg | Berg, van den, Jan | JB
                    Johannes      | van den | Berg     | Hans  | Hans van den Berg | Berg, van den, Hans | HB
                                  |         | Zahra    |       | Zahra            | Zahra              | Z
                    Zahra         |         |          |       | Zahra            | Zahra              | Z
                    Selam Gebremedhin Haile | |        |       | Selam Gebremedhin Haile | Selam Gebremedhin Haile | SG
                    Fatima        |         | el-Sayed |       | Fatima el-Sayed  | el-Sayed, Fatima   | FE
                    Ömer          |         | Öztürk   |       | Ömer Öztürk      | Öztürk, Ömer       | ÖÖ
                                  | de      | Vries    |       | de Vries         | Vries, de          | V
                                  |         |          | Sami  | Sami             | Sami               | S
                    """)
    void isShownSortedAndShortened(
            String given,
            String infix,
            String surname,
            String preferred,
            String display,
            String sortName,
            String initials) {
        PersonName name = new PersonName(given, infix, surname, preferred, null, null);
        assertThat(name.display()).isEqualTo(display);
        assertThat(name.sortName()).isEqualTo(sortName);
        if (given != null || infix == null) assertThat(name.initials()).isEqualTo(initials);
    }

    @Test
    void partsAreTrimmedAndBlanksAreNothing() {
        PersonName name = new PersonName("  Abdul \u00A0 Rahman\u200F ", "", "\t", null, null, null);
        assertThat(name.givenNames()).isEqualTo("Abdul Rahman");
        assertThat(name.infix()).isNull();
        assertThat(name.surname()).isNull();
    }

    @Test
    void aNameInItsOwnScriptIsEnough() {
        PersonName name = new PersonName(null, null, null, null, "محمد حداد", null);
        assertThat(name.display()).isEqualTo("محمد حداد");
        assertThat(name.sortName()).isNotBlank();
        assertThat(name.initials()).isEqualTo("مح");
    }

    @Test
    void atLeastOneNameMustBeThere() {
        assertThatThrownBy(() -> new PersonName(" ", null, "", "\u00A0", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("name.empty");
        assertThatThrownBy(() -> new PersonName(null, "van", null, null, null, null))
                .hasMessage("name.empty");
    }

    @Test
    void allFormsAreTold() {
        PersonName name = new PersonName("Mohammed", null, "Haddad", "Mo", "محمد حداد", "Muhammad Hadad; Abu Karim");
        assertThat(name.forms())
                .containsExactly("Mohammed Haddad", "Mo Haddad", "محمد حداد", "Muhammad Hadad", "Abu Karim");
    }
}
