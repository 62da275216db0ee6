package nl.meedoen.participants.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ClocksTest {

    private final Clocks clocks = new Clocks(Period.ofYears(1), Period.ofYears(5), "");

    @Test
    void notesRunFromTheDayOfTheEnd() {
        assertThat(clocks.notesDue(LocalDate.of(2024, 2, 29))).isEqualTo(LocalDate.of(2025, 2, 28));
    }

    @Test
    void evidenceRunsFromTheLastDayOfTheYear() {
        assertThat(clocks.evidenceDue(LocalDate.of(2024, 1, 1))).isEqualTo(LocalDate.of(2030, 1, 1));
        assertThat(clocks.evidenceDue(LocalDate.of(2024, 12, 31))).isEqualTo(LocalDate.of(2030, 1, 1));
    }

    @Test
    void aLaterDateInTheGrantDecisionGoesFirstAndAnEarlierOneDoesNot() {
        assertThat(new Clocks(Period.ofYears(1), Period.ofYears(5), "2033-12-31").evidenceDue(LocalDate.of(2024, 5, 1)))
                .isEqualTo(LocalDate.of(2034, 1, 1));
        assertThat(new Clocks(Period.ofYears(1), Period.ofYears(5), "2028-12-31").evidenceDue(LocalDate.of(2024, 5, 1)))
                .isEqualTo(LocalDate.of(2030, 1, 1));
    }

    /** The list of a month asks the same question the other way round. */
    @Test
    void theListOfAMonthHoldsExactlyWhatIsDueInIt() {
        for (YearMonth month = YearMonth.of(2029, 10);
                month.isBefore(YearMonth.of(2031, 3));
                month = month.plusMonths(1)) {
            LocalDate limit = clocks.evidenceLimit(month);
            assertThat(clocks.evidenceDue(limit)).isBeforeOrEqualTo(month.atEndOfMonth());
            assertThat(clocks.evidenceDue(limit.plusDays(1))).isAfter(month.atEndOfMonth());
            assertThat(clocks.notesDue(clocks.notesLimit(month))).isBeforeOrEqualTo(month.atEndOfMonth());
        }
        Clocks granted = new Clocks(Period.ofYears(1), Period.ofYears(5), "2033-12-31");
        assertThat(granted.evidenceLimit(YearMonth.of(2033, 12))).isNull();
        assertThat(granted.evidenceLimit(YearMonth.of(2034, 1))).isEqualTo(LocalDate.of(2028, 12, 31));
    }
}
