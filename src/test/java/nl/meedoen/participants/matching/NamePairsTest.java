package nl.meedoen.participants.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.meedoen.kernel.PartialDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Names from Syria, Iraq, Eritrea, Ethiopia, Afghanistan, Iran and Turkey as registrations spell them, nothing else being known. */
class NamePairsTest {

    @ParameterizedTest(name = "{1} and {2}: {0}")
    @CsvFileSource(resources = "/names/name-pairs.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '"')
    void spellingsOfOneNameAreFoundAndOtherNamesAreNot(String verdict, String first, String second) {
        MatchSubject a = MatchSubject.of(first, PartialDate.UNKNOWN);
        MatchSubject b = MatchSubject.of(second, PartialDate.UNKNOWN);
        MatchScore score = MatchScore.of(a, b);
        assertThat(score.isPossible()).isEqualTo(verdict.equals("same"));
        assertThat(MatchScore.of(b, a).value()).isCloseTo(score.value(), within(1e-9));
        if (verdict.equals("same")) assertThat(a.keys()).containsAnyElementsOf(b.keys());
    }
}
