package nl.meedoen.training;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.privacy.Trail;
import nl.meedoen.training.delivery.SessionLetters;
import nl.meedoen.training.delivery.TrainerReach;
import nl.meedoen.training.delivery.domain.Cohort;
import nl.meedoen.training.delivery.domain.CohortRepository;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.training.delivery.domain.MeetingRepository;
import nl.meedoen.training.delivery.domain.Session;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes single sessions. Trainers hear of it by mail; members are called by somebody, from a list. */
@Service
@Transactional
public class Sessions {

    private static final int MOST = 30;

    private final MeetingRepository sessions;
    private final CohortRepository cohorts;
    private final SessionLetters letters;
    private final TrainerReach reach;
    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Sessions(
            MeetingRepository sessions,
            CohortRepository cohorts,
            SessionLetters letters,
            TrainerReach reach,
            JdbcClient jdbc,
            Trail trail,
            Clock clock) {
        this.sessions = sessions;
        this.cohorts = cohorts;
        this.letters = letters;
        this.reach = reach;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Puts a session on another day, hour or place.
     *
     * @throws RuleBroken when it was held or cancelled, when the day is gone, or when the group meets that day already
     */
    public void move(Actor actor, SessionId id, long version, Session.Slot slot, String reason) {
        Session session = load(actor, id);
        StaleVersion.check(session.version(), version);
        if (slot.on().isBefore(today())) {
            throw new RuleBroken("training.day-gone");
        }
        if (busy(session, slot.on())) {
            throw new RuleBroken("training.day-taken");
        }
        Session.Slot before = session.slot();
        session.move(slot, reason);
        changed(actor, session);
        letters.moved(actor, session, before);
    }

    /** Cancels a session. */
    public void cancel(Actor actor, SessionId id, long version, String reason) {
        Session session = load(actor, id);
        StaleVersion.check(session.version(), version);
        session.cancel(reason);
        changed(actor, session);
        letters.cancelled(actor, session);
    }

    /** Lets a cancelled session take place after all. */
    public void reinstate(Actor actor, SessionId id) {
        Session session = load(actor, id);
        if (busy(session, session.slot().on())) {
            throw new RuleBroken("training.day-taken");
        }
        session.reinstate();
        changed(actor, session);
        letters.reinstated(actor, session);
    }

    /**
     * Adds a session to a group, numbered after its last.
     *
     * @throws RuleBroken when the group meets that day already, or has thirty sessions
     */
    public SessionId add(Actor actor, CohortId id, String title, Session.Slot slot) {
        Cohort cohort = cohorts.findLocked(id, CohortScope.of(actor)).orElseThrow(NotFound::new);
        int last = jdbc.sql("select coalesce(max(number), 0) from session where cohort_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
        if (last >= MOST) {
            throw new RuleBroken("training.sessions-needed");
        }
        Session session = new Session(SessionId.next(), cohort, last + 1, title, slot, List.of());
        if (busy(session, slot.on())) {
            throw new RuleBroken("training.day-taken");
        }
        sessions.save(session);
        changed(actor, session);
        letters.added(actor, session);
        return session.id();
    }

    /** Says what a session is about and which work forms it uses; unknown work forms are left out. */
    public void describe(Actor actor, SessionId id, long version, String title, List<WorkFormId> workForms) {
        Session session = load(actor, id);
        StaleVersion.check(session.version(), version);
        session.describe(title, workForms);
        trail.note(actor, Trail.Action.CHANGED, "training.session", id.value());
    }

    /** Keeps who was told of the last change, out of those who were to be told. */
    public void told(Actor actor, SessionId id, Collection<ParticipantId> told) {
        Session session = load(actor, id);
        jdbc.sql("""
                        update session_call set
                            told_at = case when participant_id = any(cast(:told as uuid[]))
                                           then coalesce(told_at, cast(:now as timestamptz)) end,
                            told_by = case when participant_id = any(cast(:told as uuid[]))
                                           then coalesce(told_by, :me) end
                        where session_id = :session
                        """)
                .param("told", told.stream().map(ParticipantId::toString).collect(Collectors.joining(",", "{", "}")))
                .param("now", Timestamp.from(clock.instant()))
                .param("me", actor.id().value())
                .param("session", session.id().value())
                .update();
        trail.note(actor, Trail.Action.CHANGED, "training.call", id.value());
    }

    private void changed(Actor actor, Session session) {
        sessions.saveAndFlush(session);
        UUID group = session.cohort().value();
        record Span(LocalDate first, LocalDate last) {}
        Cohort cohort = cohorts.find(session.cohort(), CohortScope.of(actor)).orElseThrow(NotFound::new);
        jdbc.sql("""
                        select min(held_on), max(held_on) from session
                        where cohort_id = ? and state <> 'CANCELLED' having count(*) > 0
                        """)
                .param(group)
                .query((row, n) -> new Span(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)))
                .optional()
                .ifPresent(span -> cohort.span(span.first(), span.last()));
        reach.settle(cohort);
        jdbc.sql("""
                        insert into session_call (session_id, participant_id, cohort_id, location_id, asked_at)
                        select s.id, m.participant_id, s.cohort_id, s.location_id, cast(:now as timestamptz)
                        from session s join cohort_member m on m.cohort_id = s.cohort_id
                        where s.id = :session and not m.waiting and m.until_on is null
                        on conflict (session_id, participant_id)
                        do update set asked_at = excluded.asked_at, told_at = null, told_by = null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("session", session.id().value())
                .update();
        trail.note(actor, Trail.Action.CHANGED, "training.session", session.id().value());
    }

    private boolean busy(Session session, LocalDate day) {
        return jdbc.sql("""
                        select exists (select 1 from session
                        where cohort_id = ? and held_on = ? and id <> ? and state <> 'CANCELLED')
                        """)
                .params(session.cohort().value(), day, session.id().value())
                .query(Boolean.class)
                .single();
    }

    private Session load(Actor actor, SessionId id) {
        return sessions.findLocked(id, CohortScope.of(actor)).orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
