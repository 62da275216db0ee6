package nl.meedoen.participants.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import nl.meedoen.participants.Handover;
import org.junit.jupiter.api.Test;

/** What the next coach reads of before. */
class HandoverTest {

    private static final LocalDate BEGINS = LocalDate.of(2026, 5, 1);

    @Test
    void everythingHasNoFirstDay() {
        assertThat(Handover.ALL.contactsFrom(BEGINS, BEGINS)).isNull();
    }

    @Test
    void fromADayOnButNeverLessThanTheOwnTime() {
        assertThat(Handover.FROM.contactsFrom(BEGINS, BEGINS.minusDays(10))).isEqualTo(BEGINS.minusDays(10));
        assertThat(Handover.FROM.contactsFrom(BEGINS, BEGINS.plusDays(10))).isEqualTo(BEGINS);
        assertThat(Handover.FROM.contactsFrom(BEGINS, null)).isEqualTo(BEGINS);
    }

    @Test
    void nothingFromBefore() {
        assertThat(Handover.NONE.contactsFrom(BEGINS, BEGINS.minusDays(10))).isEqualTo(BEGINS);
    }
}
