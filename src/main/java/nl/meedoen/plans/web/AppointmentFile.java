package nl.meedoen.plans.web;

import java.nio.charset.StandardCharsets;
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
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An appointment as a calendar takes it (RFC 5545). It names no participant: calendars are copied to phones and to
 * other firms' servers, and the link leads back to who it is about.
 */
@Component
@Transactional(readOnly = true)
class AppointmentFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE_BYTES = 73;

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

    String of(Actor actor, ParticipantId participant, AppointmentId id) {
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
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Meedoen//NL");
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + id + "@meedoen");
        line(file, "SEQUENCE:" + version);
        line(file, "DTSTAMP:" + UTC.format(now));
        line(file, "DTSTART:" + UTC.format(begins));
        line(file, "DTEND:" + UTC.format(begins.plus(Duration.ofMinutes(text.minutes()))));
        line(file, "SUMMARY:" + escape(text.title()));
        line(file, "LOCATION:" + escape(text.place()));
        line(file, "DESCRIPTION:" + escape(link));
        line(file, "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"));
        line(file, "END:VEVENT");
        line(file, "END:VCALENDAR");
        return file.toString();
    }

    private static String escape(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replaceAll("\\R", "\\\\n");
    }

    /** A line is at most 75 bytes; a longer one goes on after a space, never in the middle of a character. */
    private static void line(StringBuilder file, String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            String one = Character.toString(character);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LINE_BYTES) {
                file.append("\r\n ");
                bytes = 1;
            }
            file.append(one);
            bytes += size;
            i += one.length();
        }
        file.append("\r\n");
    }
}
