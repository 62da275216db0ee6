package nl.meedoen.plans.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import nl.meedoen.plans.AppointmentId;
import nl.meedoen.plans.text.AppointmentText;
import org.junit.jupiter.api.Test;

class AppointmentFileTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant BEGINS = Instant.parse("2026-11-26T13:00:00Z");

    @Test
    void textIsEscapedAndTimesAreUniversal() {
        String file = write("Interview; practise, twice", "Library\nfirst floor");
        assertThat(file)
                .contains("DTSTART:20261126T130000Z\r\n", "DTEND:20261126T134500Z\r\n")
                .contains("SUMMARY:Interview\\; practise\\, twice\r\n", "LOCATION:Library\\nfirst floor\r\n")
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n");
    }

    @Test
    void aLongLineIsFoldedBetweenCharacters() {
        String title = "ሰላም".repeat(40);
        String file = write(title, null);
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + title);
    }

    private static String write(String title, String place) {
        AppointmentText text = new AppointmentText(LocalDateTime.of(2026, 11, 26, 14, 0), 45, title, place);
        return AppointmentFile.write(
                AppointmentId.next(), BEGINS, text, 2, false, NOW, "https://meedoen.example/participants/1/plan");
    }
}
