package nl.meedoen.plans.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.plans.AppointmentId;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.webkit.RuleBroken;
import org.junit.jupiter.api.Test;

class AppointmentTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final AccountId COACH = new AccountId(Uuids.next());

    private final Appointment appointment = new Appointment(
            AppointmentId.next(), ParticipantId.next(), at(LocalDateTime.of(2026, 11, 26, 14, 0)), COACH, NOW);

    @Test
    void itBeginsOnTheClockOfTheOffice() {
        assertThat(appointment.startsAt()).isEqualTo(Instant.parse("2026-11-26T13:00:00Z"));
    }

    @Test
    void aMomentThatHasPassedIsRefused() {
        refused("plans.appointment-in-past", () -> appointment.move(at(LocalDateTime.of(2026, 11, 23, 10, 0)), NOW));
    }

    @Test
    void whatHasBegunIsNeitherMovedNorCancelled() {
        Instant later = NOW.plus(Duration.ofDays(4));
        refused("plans.appointment-over", () -> appointment.move(at(LocalDateTime.of(2026, 12, 1, 10, 0)), later));
        refused("plans.appointment-over", () -> appointment.cancel(COACH, later));
    }

    @Test
    void cancellingTwiceIsOnceAndCanBeTakenBack() {
        assertThat(appointment.cancel(COACH, NOW)).isTrue();
        assertThat(appointment.cancel(COACH, NOW)).isFalse();
        refused("plans.appointment-over", () -> appointment.move(at(LocalDateTime.of(2026, 12, 1, 10, 0)), NOW));
        appointment.restore();
        assertThat(appointment.toCome(NOW)).isTrue();
    }

    private static AppointmentText at(LocalDateTime start) {
        return new AppointmentText(start, 60, "Practise an interview", "Library");
    }

    private static void refused(String code, Runnable change) {
        assertThatThrownBy(change::run).isInstanceOf(RuleBroken.class).hasMessage(code);
    }
}
