package nl.meedoen.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private final Period trial = new Period(FIRST, LAST);

    @Test
    void theFirstAndTheLastDayCount() {
        assertThat(trial.covers(FIRST)).isTrue();
        assertThat(trial.covers(LAST)).isTrue();
        assertThat(trial.covers(FIRST.minusDays(1))).isFalse();
        assertThat(trial.covers(LAST.plusDays(1))).isFalse();
        assertThat(Period.since(FIRST).covers(LocalDate.of(2099, 1, 1))).isTrue();
    }

    @Test
    void overlapsWhenOneDayIsInBoth() {
        assertThat(trial.overlaps(Period.since(LAST))).isTrue();
        assertThat(Period.since(LAST).overlaps(trial)).isTrue();
        assertThat(trial.overlaps(Period.since(LAST.plusDays(1)))).isFalse();
        assertThat(trial.overlaps(new Period(LocalDate.of(2025, 1, 1), FIRST.minusDays(1))))
                .isFalse();
        assertThat(Period.since(FIRST).overlaps(Period.since(LAST))).isTrue();
    }

    @Test
    void doesNotEndBeforeItStarts() {
        assertThatThrownBy(() -> trial.endedOn(FIRST.minusDays(1))).hasMessage("period.ends-before-start");
        assertThat(Period.since(FIRST).endedOn(LAST)).isEqualTo(trial);
    }
}
