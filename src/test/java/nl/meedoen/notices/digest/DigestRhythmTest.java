package nl.meedoen.notices.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which days a digest goes, and how long a failed one waits. */
class DigestRhythmTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23,true,true", // Monday
        "2026-11-24,true,false",
        "2026-11-27,true,false",
        "2026-11-28,false,false", // Saturday
        "2026-11-29,false,false",
        "2027-03-29,false,false", // Easter Monday
        "2027-03-30,true,true", // the week begins on Tuesday
        "2026-12-25,false,false", // Christmas Day
        "2024-12-26,false,false",
        "2025-01-01,false,false",
        "2025-01-02,true,false" // that week had a Monday
    })
    void onWorkingDaysOrTheFirstOfTheWeek(LocalDate day, boolean daily, boolean weekly) {
        assertThat(DigestRhythm.DAILY.on(day)).isEqualTo(daily);
        assertThat(DigestRhythm.WEEKLY.on(day)).isEqualTo(weekly);
        assertThat(DigestRhythm.NONE.on(day)).isFalse();
    }

    @Test
    void eachPauseIsTwiceTheOneBeforeUpToAnHour() {
        assertThat(DigestSchedule.pause(0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(DigestSchedule.pause(1)).isEqualTo(Duration.ofSeconds(40));
        assertThat(DigestSchedule.pause(3)).isEqualTo(Duration.ofSeconds(160));
        assertThat(DigestSchedule.pause(50)).isEqualTo(Duration.ofHours(1));
    }
}
