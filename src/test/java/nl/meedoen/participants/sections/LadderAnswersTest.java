package nl.meedoen.participants.sections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderAnswersTest {

    @ParameterizedTest
    @CsvSource({
        "fffff, 1",
        "fffft, 2",
        "ffftf, 3",
        "ffftt, 3",
        "fftff, 4",
        "ffttt, 4",
        "tffff, 6",
        "ttfff, 5",
        "ttttt, 5",
        "ftfff, 1"
    })
    void theHighestYesDecidesTheRung(String letters, int rung) {
        var answers = new LadderAnswers(LadderAnswers.read(letters), LadderAnswers.read("tftft"));
        assertThat(answers.rungReached()).isEqualTo(rung);
        assertThat(answers.growthPoints()).isEqualTo(3);
        assertThat(LadderAnswers.letters(answers.rung())).isEqualTo(letters);
    }
}
