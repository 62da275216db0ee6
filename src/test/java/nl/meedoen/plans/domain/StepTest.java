package nl.meedoen.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.StepId;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.StepStatus;
import nl.meedoen.plans.text.StepText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StepTest {

    private static final AccountId COACH = new AccountId(Uuids.next());
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final Step step = new Step(
            StepId.next(),
            GoalTest.goal(),
            new StepText("Call the school", StepOwner.PARTICIPANT, MONDAY, null),
            1,
            COACH,
            NOW);

    @Test
    void aNewStepIsNotStarted() {
        assertThat(step.status()).isEqualTo(StepStatus.NOT_STARTED);
        assertThat(step.doneOn()).isNull();
    }

    @Test
    void doneTwiceIsDoneOnceOnTheFirstDay() {
        assertThat(step.mark(StepStatus.DONE, COACH, MONDAY, NOW)).isTrue();
        assertThat(step.mark(StepStatus.DONE, COACH, MONDAY.plusDays(3), NOW)).isFalse();
        assertThat(step.doneOn()).isEqualTo(MONDAY);
    }

    @ParameterizedTest
    @EnumSource(value = StepStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "DONE")
    void undoGoesBackToHowItStood(StepStatus before) {
        step.mark(before, COACH, MONDAY, NOW);
        step.mark(StepStatus.DONE, COACH, MONDAY, NOW);
        assertThat(step.undo()).isTrue();
        assertThat(step.status()).isEqualTo(before);
        assertThat(step.doneOn()).isNull();
        assertThat(step.undo()).isFalse();
    }

    @Test
    void aDoneStepThatNeedsHelpIsNotDone() {
        step.mark(StepStatus.DONE, COACH, MONDAY, NOW);
        step.mark(StepStatus.HELP, COACH, MONDAY, NOW);
        assertThat(step.status()).isEqualTo(StepStatus.HELP);
        assertThat(step.doneOn()).isNull();
    }

    @Test
    void itFollowsItsGoal() {
        GoalId next = GoalId.next();
        step.follow(next);
        assertThat(step.goal()).isEqualTo(next);
    }
}
