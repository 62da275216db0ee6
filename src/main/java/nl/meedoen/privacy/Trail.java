package nl.meedoen.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The append-only record of reads, changes, searches, exports, refusals and sign-ins (ASVS 16.2, BIO2 8.15). It names
 * who and what, never the text of a field and never what was searched for.
 */
@Component
public class Trail {

    /** What was done. */
    public enum Action {
        OPENED,
        LISTED,
        SEARCHED,
        CREATED,
        CHANGED,
        UNDONE,
        REMOVED,
        EXPORTED,
        IMPORTED,
        SIGNED_IN,
        SIGN_IN_FAILED,
        REFUSED;

        private static final Set<Action> CHANGES = EnumSet.of(CREATED, CHANGED, UNDONE, REMOVED, IMPORTED);

        /** Whether something is other than it was before. */
        public boolean changes() {
            return CHANGES.contains(this);
        }
    }

    private static final String WRITE = """
            insert into trail (at, actor_id, role, action, subject, subject_id, participant_id, detail, result, origin)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Trail(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Writes that something was done with one participant's dossier, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dossier(
            Actor actor, Action action, String subject, @Nullable UUID subjectId, ParticipantId participant) {
        write(
                actor.id().value(),
                actor.role().name(),
                action,
                subject,
                subjectId,
                participant.value(),
                null,
                "DONE",
                origin());
    }

    /** Writes that something was done that is not about one participant. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Actor actor, Action action, String subject, @Nullable UUID subjectId) {
        write(actor.id().value(), actor.role().name(), action, subject, subjectId, null, null, "DONE", origin());
    }

    /** As {@link #note}, with a count or another detail that says nothing of a person. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Actor actor, Action action, String subject, @Nullable UUID subjectId, String detail) {
        write(actor.id().value(), actor.role().name(), action, subject, subjectId, null, detail, "DONE", origin());
    }

    /** A refusal outlives the transaction that it stopped. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Actor actor, String subject) {
        write(actor.id().value(), actor.role().name(), Action.REFUSED, subject, null, null, null, "REFUSED", origin());
    }

    /** A sign-in, or a failed one, which names nobody. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void signIn(@Nullable UUID account, boolean succeeded, String origin) {
        write(
                account,
                null,
                succeeded ? Action.SIGNED_IN : Action.SIGN_IN_FAILED,
                "sign-in",
                null,
                null,
                null,
                succeeded ? "DONE" : "REFUSED",
                origin);
    }

    /** Something that a job did by itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void service(Action action, String subject, @Nullable UUID subjectId) {
        write(
                UUID.fromString(ActingAs.SERVICE.account()),
                ActingAs.SERVICE.role(),
                action,
                subject,
                subjectId,
                null,
                null,
                "DONE",
                origin());
    }

    /** A line of the trail, as the dossier shows it. */
    public record Line(java.time.Instant at, String who, Action action, String subject) {}

    /** The last hundred lines about a participant whom the caller has reached, newest first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public java.util.List<Line> of(ParticipantId participant) {
        return jdbc.sql("""
                        select t.at, coalesce(a.name, t.role, ''), t.action, t.subject from trail t
                        left join account a on a.id = t.actor_id
                        where t.participant_id = ? order by t.id desc limit 100
                        """)
                .param(participant.value())
                .query((row, n) -> new Line(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        Action.valueOf(row.getString(3)),
                        row.getString(4)))
                .list();
    }

    private void write(
            @Nullable UUID actor,
            @Nullable String role,
            Action action,
            String subject,
            @Nullable UUID subjectId,
            @Nullable UUID participant,
            @Nullable String detail,
            String result,
            String origin) {
        jdbc.sql(WRITE)
                .param(Timestamp.from(clock.instant()))
                .param(actor)
                .param(role)
                .param(action.name())
                .param(subject)
                .param(subjectId)
                .param(participant)
                .param(detail)
                .param(result)
                .param(origin)
                .update();
        events.publishEvent(new TrailWritten(action));
    }

    private static String origin() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? String.valueOf(request.getRequest().getRemoteAddr())
                : "job";
    }
}
