package nl.meedoen.participants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the seven steps above a dossier stand in each phase. */
class PhaseTest {

    @ParameterizedTest
    @CsvSource({
        "REGISTERED, done current next later later later later",
        "INTAKE_DONE, done done current next later later later",
        "COACH_FOUND, done done done current next later later",
        "PLAN_AGREED, done done done done current next later",
        "IN_ACTION, done done done done current next later",
        "PLACED, done done done done done current next",
        "AFTERCARE, done done done done done done current",
        "STOPPED, done done done done done done later"
    })
    void saysWhatIsDoneAndWhatIsBeingDone(Phase phase, String stands) {
        assertThat(Phase.WAY.stream().map(step -> phase.standOf(step, true)).collect(Collectors.joining(" ")))
                .isEqualTo(stands);
    }
}
