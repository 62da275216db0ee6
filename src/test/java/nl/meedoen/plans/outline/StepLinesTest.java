package nl.meedoen.plans.outline;

import static org.assertj.core.api.Assertions.assertThat;

import nl.meedoen.plans.StepOwner;
import org.junit.jupiter.api.Test;

class StepLinesTest {

    @Test
    void eachLineIsAStepWithWhoAndWeeks() {
        assertThat(StepLines.read("Write a letter\n\n  coach: find a buddy (3)\nGemeente : say yes ( later)\n"))
                .containsExactly(
                        new OutlineGoal.Step("Write a letter", StepOwner.PARTICIPANT, null),
                        new OutlineGoal.Step("find a buddy", StepOwner.COACH, 3),
                        new OutlineGoal.Step("say yes ( later)", StepOwner.MUNICIPALITY, null));
    }

    @Test
    void whatWasReadIsWrittenTheSame() {
        String text = "Write a letter\nCoach: find a buddy (3)\nGemeente: say yes (12)";
        assertThat(StepLines.write(StepLines.read(text))).isEqualTo(text);
    }

    @Test
    void aNumberThatCannotBeWeeksBelongsToTheWords() {
        assertThat(StepLines.read("Read a book (999)"))
                .containsExactly(new OutlineGoal.Step("Read a book (999)", StepOwner.PARTICIPANT, null));
        assertThat(StepLines.read("Read a book (0)").get(0).weeks()).isNull();
    }

    @Test
    void aLineLongerThanAStepIsSeen() {
        assertThat(StepLines.tooLong("x".repeat(200))).isFalse();
        assertThat(StepLines.tooLong("short\n" + "x".repeat(201))).isTrue();
    }
}
