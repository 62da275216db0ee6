package nl.meedoen.plans.today;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.AppointmentId;
import nl.meedoen.plans.domain.Appointment;
import nl.meedoen.plans.domain.AppointmentRepository;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.webkit.CalendarFile;
import nl.meedoen.webkit.NotFound;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An appointment as a calendar takes it. It names no participant: calendars are copied to phones and to
 * other firms' servers, and the link leads back to who it is about.
 */
@Component
@Transactional(readOnly = true)
public class AppointmentFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Dossiers dossiers;
    private final AppointmentRepository appointments;
    private final Clock clock;
    private final String address;

    AppointmentFile(
            Dossiers dossiers,
            AppointmentRepository appointments,
            Clock clock,
            @Value("${meedoen.address:http://localhost:8080}") String address) {
        this.dossiers = dossiers;
        this.appointments = appointments;
        this.clock = clock;
        this.address = address;
    }

    /** The calendar file of one appointment; throws {@link NotFound} out of reach. */
    public String of(Actor actor, ParticipantId participant, AppointmentId id) {
        dossiers.reach(actor, participant);
        Appointment appointment = appointments
                .findByIdAndParticipantId(id.value(), participant.value())
                .orElseThrow(NotFound::new);
        return write(
                id,
                appointment.startsAt(),
                appointment.text(),
                appointment.version(),
                appointment.cancelled(),
                clock.instant(),
                address + "/participants/" + participant + "/plan");
    }

    static String write(
            AppointmentId id,
            Instant begins,
            AppointmentText text,
            long version,
            boolean cancelled,
            Instant now,
            String link) {
        return new CalendarFile()
                .lines(
                        "BEGIN:VEVENT",
                        "UID:" + id + "@meedoen",
                        "SEQUENCE:" + version,
                        "DTSTAMP:" + UTC.format(now),
                        "DTSTART:" + UTC.format(begins),
                        "DTEND:" + UTC.format(begins.plus(Duration.ofMinutes(text.minutes()))))
                .text("SUMMARY", text.title())
                .text("LOCATION", text.place())
                .text("DESCRIPTION", link)
                .lines("STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"), "END:VEVENT")
                .ended();
    }
}
