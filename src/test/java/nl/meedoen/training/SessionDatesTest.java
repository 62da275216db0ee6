package nl.meedoen.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import nl.meedoen.kernel.PublicHoliday;
import nl.meedoen.training.delivery.SessionDates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions are weekly and never on a public holiday. */
class SessionDatesTest {

    @ParameterizedTest
    @CsvSource({
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2019-04-21",
        "2024-03-31",
        "2025-04-20",
        "2026-04-05",
        "2027-03-28",
        "2038-04-25",
        "2285-03-22"
    })
    void easterFallsWhereTheChurchSays(LocalDate sunday) {
        assertThat(PublicHoliday.EASTER_SUNDAY.in(sunday.getYear())).isEqualTo(sunday);
        assertThat(sunday.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-26,GOOD_FRIDAY",
        "2027-03-29,EASTER_MONDAY",
        "2027-04-27,KINGS_DAY",
        "2025-04-26,KINGS_DAY",
        "2027-05-05,LIBERATION_DAY",
        "2027-05-06,ASCENSION_DAY",
        "2027-05-17,WHIT_MONDAY",
        "2026-12-25,CHRISTMAS_DAY",
        "2026-12-26,BOXING_DAY",
        "2027-01-01,NEW_YEAR"
    })
    void holidaysAreKnownByTheirDay(LocalDate day, PublicHoliday holiday) {
        assertThat(PublicHoliday.on(day)).contains(holiday);
    }

    @Test
    void theKingsDayOfASundayIsAnOrdinarySunday() {
        assertThat(PublicHoliday.on(LocalDate.of(2025, 4, 27))).isEmpty();
    }

    @Test
    void tenSessionsKeepTheirWeekdayAndSkipHolidays() {
        SessionDates dates = SessionDates.weekly(LocalDate.of(2026, 12, 4), 10);
        assertThat(dates.dates()).hasSize(10).allMatch(day -> day.getDayOfWeek() == DayOfWeek.FRIDAY);
        assertThat(dates.skipped())
                .containsExactly(
                        new SessionDates.Skipped(LocalDate.of(2026, 12, 25), PublicHoliday.CHRISTMAS_DAY),
                        new SessionDates.Skipped(LocalDate.of(2027, 1, 1), PublicHoliday.NEW_YEAR));
        assertThat(dates.first()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(dates.last()).isEqualTo(LocalDate.of(2027, 2, 19));
    }

    @Test
    void aFirstDayThatIsAHolidayIsSkippedToo() {
        SessionDates dates = SessionDates.weekly(LocalDate.of(2027, 3, 29), 2);
        assertThat(dates.dates()).containsExactly(LocalDate.of(2027, 4, 5), LocalDate.of(2027, 4, 12));
    }
}
