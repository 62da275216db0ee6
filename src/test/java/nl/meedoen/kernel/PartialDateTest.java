package nl.meedoen.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Locale;
import nl.meedoen.kernel.PartialDate.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @ParameterizedTest
    @CsvSource({
        "06-03-1987, 1987-03-06",
        "12/11/1999, 1999-11-12",
        "1991-05-20, 1991-05-20",
        "3/5/1988, 1988-05-03",
        "00-00-1989, 1989-00-00",
        "00-03-1993, 1993-03-00",
        "1993-03-00, 1993-03-00",
        "17.12.1977, 1977-12-17",
        "17 - 12 - 1977, 1977-12-17",
        "1989, 1989-00-00",
        "03-1993, 1993-03-00",
        "maart 1993, 1993-03-00",
        "Mrt. 1993, 1993-03-00",
        "6 mrt 1987, 1987-03-06",
        "6-mei-1987, 1987-05-06",
        "6th of March 1987, 1987-03-06",
        "March 6 1987, 1987-03-06",
        "1 augustus 2001, 2001-08-01",
        "2 sept 2001, 2001-09-02",
        "19870306, 1987-03-06",
        "06031987, 1987-03-06",
        "19890000, 1989-00-00",
        "1991-05-20 00:00:00, 1991-05-20",
        "1991-05-20T00:00:00Z, 1991-05-20",
        "ca. 1970, 1970-00-00",
        "٠٦-٠٣-١٩٨٧, 1987-03-06",
        "29-02-2000, 2000-02-29",
        "0000-00-00, 0000-00-00",
        "00-00-0000, 0000-00-00",
        "onbekend, 0000-00-00",
        "Unknown, 0000-00-00",
        "'  ', 0000-00-00",
    })
    void isReadAsPeopleWriteIt(String typed, String expected) {
        assertThat(PartialDate.parse(typed, TODAY)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "31-02-1990, date.no-such-day",
        "29-02-2001, date.no-such-day",
        "32-01-1990, date.no-such-day",
        "12/25/1999, date.no-such-day",
        "13-1990, date.no-such-day",
        "01-01-2035, date.future",
        "23-11-2026, date.future",
        "12-2026, date.future",
        "2027, date.future",
        "31-12-1899, date.too-old",
        "6-3-87, date.unreadable",
        "ergens in de winter, date.unreadable",
        "maart, date.unreadable",
        "12 1987 maart april, date.unreadable",
        "6 marathon 1987, date.unreadable",
        "06-00-1989, date.unreadable",
        "123456789, date.unreadable",
        "1-2-3-1987, date.unreadable",
    })
    void refusesWithAReason(String typed, String code) {
        UnreadableDate refusal = catchThrowableOfType(UnreadableDate.class, () -> PartialDate.parse(typed, TODAY));
        assertThat(refusal.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "6, 3, 1987, 1987-03-06",
        "'', maart, 1987, 1987-03-00",
        ", , 1987, 1987-00-00",
        "00, 00, 0000, 0000-00-00"
    })
    void isReadFromThreeBoxes(String day, String month, String year, String expected) {
        assertThat(PartialDate.of(day, month, year)).hasToString(expected);
    }

    @Test
    void threeBoxesRefuseTheSame() {
        assertThatThrownBy(() -> PartialDate.of("31", "2", "1990")).hasMessage("date.no-such-day");
        assertThatThrownBy(() -> PartialDate.of("31", "2", "")).hasMessage("date.unreadable");
        assertThatThrownBy(() -> PartialDate.of("x", "2", "1990")).hasMessage("date.unreadable");
    }

    @Test
    void thisYearIsNotTheFuture() {
        assertThat(PartialDate.parse("2026", TODAY).precision()).isEqualTo(Precision.YEAR);
        assertThat(PartialDate.parse("22-11-2026", TODAY).exact()).contains(TODAY);
    }

    @ParameterizedTest
    @CsvSource({
        "17-10-1976, 17 oktober 1976, 17 October 1976",
        "00-03-1993, maart 1993, March 1993",
        "00-00-1989, 1989, 1989",
        "onbekend, onbekend, unknown",
    })
    void isShownInBothLanguages(String typed, String dutch, String english) {
        PartialDate date = PartialDate.parse(typed);
        assertThat(date.display(DUTCH)).isEqualTo(dutch);
        assertThat(date.display(Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void ageIsARangeWhereTheDateIsNotExact() {
        assertThat(PartialDate.parse("22-11-1990").ageRange(TODAY)).contains(new AgeRange(36, 36));
        assertThat(PartialDate.parse("23-11-1990").ageRange(TODAY)).contains(new AgeRange(35, 35));
        assertThat(PartialDate.parse("00-00-1990").ageRange(TODAY)).contains(new AgeRange(35, 36));
        assertThat(PartialDate.parse("00-03-1990").ageRange(TODAY)).contains(new AgeRange(36, 36));
        assertThat(PartialDate.parse("2026").ageRange(TODAY)).contains(new AgeRange(0, 0));
        assertThat(PartialDate.UNKNOWN.ageRange(TODAY)).isEmpty();
        assertThat(new AgeRange(35, 36)).hasToString("35–36");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1987-03-06", "1993-03-00", "1989-00-00", "0000-00-00"})
    void itsOwnTextIsReadBack(String text) {
        assertThat(PartialDate.parse(text)).hasToString(text);
    }
}
