package nl.meedoen.participants.registration;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.domain.Enrolment;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What comes after a run through the programme: opening it again, putting its days right, and closing it for good. */
@Service
@Transactional
public class EnrolmentCorrections {

    /** An end that was just recorded is taken back without a word; later a reason is asked for. */
    private static final Duration JUST_NOW = Duration.ofHours(1);

    private final EnrolmentSteps steps;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    EnrolmentCorrections(EnrolmentSteps steps, Trail trail, JdbcClient jdbc, Clock clock) {
        this.steps = steps;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The run as it stands, with the version to send back when it is changed. */
    public record Run(
            EnrolmentStatus status,
            EnrolmentDates dates,
            @Nullable Outcome outcome,
            long version) {}

    /** The run that is open, or else the last one. */
    @Transactional(readOnly = true)
    public Run of(Actor actor, ParticipantId id) {
        Enrolment enrolment = steps.load(actor, id);
        return new Run(enrolment.status(), enrolment.dates(), enrolment.outcome(), enrolment.version());
    }

    /** Takes back an end that was recorded within the hour. */
    public void undoEnd(Actor actor, ParticipantId id) {
        Enrolment enrolment = steps.load(actor, id);
        boolean recent = jdbc.sql("""
                        select exists (select 1 from enrolment_change where participant_id = ? and enrolment_id = ?
                            and changed_at >= ? and to_status in ('WITHDRAWN', 'AFTERCARE', 'CLOSED'))
                        """)
                .params(
                        id.value(),
                        enrolment.id(),
                        Timestamp.from(clock.instant().minus(JUST_NOW)))
                .query(Boolean.class)
                .single();
        if (!recent) {
            throw new RuleBroken("participants.reopen-reason-needed");
        }
        steps.take(actor, id, today(), null, Enrolment::reopen);
    }

    /** Opens a run again that ended, with the reason. */
    public void reopen(Actor actor, ParticipantId id, String reason) {
        steps.take(actor, id, today(), needed(reason), Enrolment::reopen);
    }

    /** Aftercare is over. */
    public void close(Actor actor, ParticipantId id, LocalDate on) {
        if (on.isAfter(today())) {
            throw new RuleBroken("participants.day-in-future");
        }
        steps.take(actor, id, on, null, enrolment -> enrolment.close(on));
    }

    /** Puts days right that were recorded wrongly; the reason and the days before stay in the history. */
    public void correct(Actor actor, ParticipantId id, EnrolmentDates dates, String reason, long version) {
        Enrolment enrolment = steps.load(actor, id);
        StaleVersion.check(enrolment.version(), version);
        EnrolmentDates before = enrolment.dates();
        if (dates.equals(before)) {
            throw new RuleBroken("participants.nothing-corrected");
        }
        enrolment.correct(dates, today());
        jdbc.sql("update glance set registered_on = ? where participant_id = ?")
                .params(dates.registeredOn(), id.value())
                .update();
        steps.keep(id, enrolment);
        steps.changed(actor, id, enrolment, enrolment.status(), today(), needed(reason) + "\n" + before(before, dates));
        trail.dossier(actor, Trail.Action.CHANGED, "enrolment.dates", enrolment.id(), id);
    }

    /** What was changed, as days that need no translation. */
    private static String before(EnrolmentDates was, EnrolmentDates now) {
        StringBuilder lines = new StringBuilder();
        line(lines, was.registeredOn(), now.registeredOn());
        line(lines, was.intakeOn(), now.intakeOn());
        line(lines, was.activeOn(), now.activeOn());
        line(lines, was.endedOn(), now.endedOn());
        return lines.toString().strip();
    }

    private static void line(StringBuilder lines, @Nullable LocalDate was, @Nullable LocalDate now) {
        if (!java.util.Objects.equals(was, now)) {
            lines.append(was == null ? "–" : was)
                    .append(" → ")
                    .append(now == null ? "–" : now)
                    .append('\n');
        }
    }

    private static String needed(String reason) {
        if (reason.isBlank()) {
            throw new RuleBroken("participants.reason-needed");
        }
        return reason.strip();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
