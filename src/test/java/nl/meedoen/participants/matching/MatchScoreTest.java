package nl.meedoen.participants.matching;

import static nl.meedoen.participants.matching.MatchReason.NAME_PARTLY;
import static nl.meedoen.participants.matching.MatchReason.SAME_BIRTH_DATE;
import static nl.meedoen.participants.matching.MatchReason.SAME_BIRTH_YEAR;
import static nl.meedoen.participants.matching.MatchReason.SAME_CLIENT_NUMBER;
import static nl.meedoen.participants.matching.MatchReason.SAME_EMAIL;
import static nl.meedoen.participants.matching.MatchReason.SAME_NAME;
import static nl.meedoen.participants.matching.MatchReason.SAME_PHONE;
import static nl.meedoen.participants.matching.MatchReason.SOUNDS_ALIKE;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchScoreTest {

    private final MatchSubject mohammed = someone("Mohammed Haddad", "17-12-1977", "06 89692269", null, "KL-2042");
    private final MatchSubject muhammad = someone("Muhammad Hadad", "17/12/1977", "+31 6 89692269", null, "KL-2060");
    private final MatchSubject arabic =
            someone("محمد حداد", "1977-12-17", null, "deelnemer61@voorbeeld.example", "KL-2061");

    @Test
    void oneManInThreeSpellingsIsFound() {
        assertThat(MatchScore.of(mohammed, muhammad).isLikely()).isTrue();
        assertThat(MatchScore.of(mohammed, muhammad).reasons())
                .containsExactly(SOUNDS_ALIKE, SAME_BIRTH_DATE, SAME_PHONE);
        assertThat(MatchScore.of(mohammed, arabic).isLikely()).isTrue();
        assertThat(MatchScore.of(mohammed, arabic).reasons()).containsExactly(SOUNDS_ALIKE, SAME_BIRTH_DATE);
        assertThat(MatchScore.of(muhammad, arabic).isLikely()).isTrue();
    }

    @Test
    void anExactRepeatHasAllReasons() {
        MatchSubject one =
                someone("Abdulrahman bin Ali", "00-03-1993", "06-88609311", "D3@voorbeeld.example", "KL-2003");
        MatchSubject again =
                someone("Abdulrahman bin Ali", "00-03-1993", "06-88609311", "d3@voorbeeld.example", "kl-2003 ");
        assertThat(MatchScore.of(one, again))
                .isEqualTo(new MatchScore(
                        1, java.util.List.of(SAME_NAME, SAME_BIRTH_YEAR, SAME_PHONE, SAME_EMAIL, SAME_CLIENT_NUMBER)));
    }

    @ParameterizedTest
    @CsvSource({
        "Shirin Hosseini, 1989, Shirin Hosseini, 1991-05-20, no",
        "Zahra, 3/5/1988, Zahra, 14-08-1978, no",
        "Shirin Hosseini, 20-05-1991, Shirin Hosseini, 1991-05-20, likely",
        "Shirin Hosseini, onbekend, Shirin Hosseini, 1991-05-20, possible",
        "Shirin Hosseini, 1991, Shirin Hosseini, 1991-05-20, likely",
        "Shirin Hosseini, 1990, Shirin Hosseini, 1991-05-20, possible",
        "Reza Ahmadi, 06-03-1987, Reza Ahmadi, 03-06-1987, likely",
        "Alireza Moradi, 17-10-1976, Alireza Moradi, 08-01-1976, possible",
        "Hosseini Shirin, 20-05-1991, Shirin Hosseini, 1991-05-20, likely",
        "Zahra, 03-05-1988, Zahra Ahmadi, 03-05-1988, likely",
        "Reza Ahmadi, 03-05-1988, Shabnam Nazari, 03-05-1988, no",
        "Reza Ahmadi, 01-01-1988, Reza Nazari, 01-01-1988, no",
    })
    void theBirthDateDecides(String nameA, String birthA, String nameB, String birthB, String expected) {
        MatchScore score = MatchScore.of(
                MatchSubject.of(nameA, PartialDate.parse(birthA)), MatchSubject.of(nameB, PartialDate.parse(birthB)));
        assertThat(score.isLikely() ? "likely" : score.isPossible() ? "possible" : "no")
                .isEqualTo(expected);
    }

    @Test
    void theFirstOfJanuaryIsNoBirthday() {
        MatchScore score = MatchScore.of(
                MatchSubject.of("Omar Saleh", PartialDate.parse("01-01-1990")),
                MatchSubject.of("Omar Saleh", PartialDate.parse("01-01-1990")));
        assertThat(score.reasons()).containsExactly(SAME_NAME, SAME_BIRTH_YEAR);
    }

    @Test
    void aSharedPhoneOutweighsAMistypedYear() {
        MatchSubject one = someone("Noor Saeed", "15-09-1983", "06 45911066", null, null);
        MatchSubject other = someone("Noor Saeed", "15-09-1938", "06 45911066", null, null);
        assertThat(MatchScore.of(one, other).isLikely()).isTrue();
    }

    @Test
    void aFamilyThatSharesAPhoneIsNotOnePerson() {
        MatchSubject mother = someone("Fatima Haddad", "15-09-1983", "06 45911066", null, null);
        MatchSubject son = someone("Yousef Haddad", "01-02-2005", "06 45911066", null, null);
        assertThat(MatchScore.of(mother, son).isLikely()).isFalse();
        assertThat(MatchScore.of(mother, son).reasons()).containsExactly(NAME_PARTLY, SAME_PHONE);
    }

    @Test
    void aliasesAndTheOwnScriptCountAsNames() {
        PersonName name = new PersonName("Selam", null, null, null, "ሰላም ሃይለ", "Salome Hayle");
        MatchSubject known = MatchSubject.of(name, PartialDate.UNKNOWN, Gender.FEMALE, null, null, null);
        assertThat(MatchScore.of(known, MatchSubject.of("Salome Haile", PartialDate.UNKNOWN))
                        .isPossible())
                .isTrue();
        assertThat(MatchScore.of(known, MatchSubject.of("Selam Haile", PartialDate.UNKNOWN))
                        .isPossible())
                .isTrue();
    }

    private static MatchSubject someone(
            String name, String birth, @Nullable String phone, @Nullable String email, @Nullable String clientNumber) {
        return MatchSubject.of(
                PersonName.of(name, null),
                PartialDate.parse(birth),
                Gender.UNKNOWN,
                Phone.parse(phone).orElse(null),
                email,
                clientNumber);
    }
}
