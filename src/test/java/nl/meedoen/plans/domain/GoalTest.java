package nl.meedoen.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.webkit.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class GoalTest {

    private static final AccountId COACH = new AccountId(Uuids.next());
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final GoalText TEXT = new GoalText(GoalDomain.CAREER, "Find a work place", null, null, null);

    private final Goal goal = goal();

    static Goal goal() {
        Plan plan = new Plan();
        ReflectionTestUtils.setField(plan, "id", Uuids.next());
        ReflectionTestUtils.setField(plan, "participantId", ParticipantId.next().value());
        return new Goal(GoalId.next(), plan, TEXT, 1, COACH, NOW);
    }

    @Test
    void anEndedGoalTakesNoOtherWordsAndDoesNotEndAgain() {
        goal.achieve(COACH, NOW);
        refused(() -> goal.reword(TEXT));
        refused(() -> goal.drop("no longer wanted", COACH, NOW));
        refused(() -> goal.replace(GoalId.next(), "other work", COACH, NOW));
        assertThat(goal.state()).isEqualTo(GoalState.ACHIEVED);
    }

    @Test
    void aGoalThatWasReachedOrDroppedCanBeOpenedAgain() {
        goal.drop("no longer wanted", COACH, NOW);
        goal.reopen();
        assertThat(goal.state()).isEqualTo(GoalState.OPEN);
        assertThat(goal.reason()).isNull();
        goal.reopen();
        assertThat(goal.state()).isEqualTo(GoalState.OPEN);
    }

    @Test
    void aGoalThatBecameAnotherOneStaysWhatItIs() {
        goal.replace(GoalId.next(), "other work", COACH, NOW);
        assertThatThrownBy(goal::reopen).isInstanceOf(RuleBroken.class).hasMessage("plans.goal-replaced");
        assertThat(goal.state()).isEqualTo(GoalState.ADJUSTED);
        assertThat(goal.reason()).isEqualTo("other work");
    }

    private static void refused(Runnable change) {
        assertThatThrownBy(change::run).isInstanceOf(RuleBroken.class).hasMessage("plans.goal-not-open");
    }
}
