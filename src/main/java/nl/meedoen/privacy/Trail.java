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

        private static final Set<Action> READS = EnumSet.of(OPENED, LISTED, SEARCHED);
        private static final Set<Action> CHANGES = EnumSet.of(CREATED, CHANGED, UNDONE, REMOVED, IMPORTED);

        /** Whether something is other than it was before. */
        public boolean changes() {
            return CHANGES.contains(this);
        }

        /** Whether somebody looked, and no more. */
        public boolean reads() {
            return READS.contains(this);
        }
    }

    private static final String WRITE = """
            insert into trail (at, actor_id, role, acting_for, purpose, action, subject, subject_id, participant_id,
                detail, result, origin)
            values (?, ?, ?, ?, case when cast(? as uuid) = any (app_opened()) then 'EMERGENCY' else ? end, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;
    private final ReadLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Trail(JdbcClient jdbc, ReadLimits limits, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes that something was done with one participant's dossier, in the caller's transaction.
     *
     * @throws nl.meedoen.webkit.TooMuch when somebody opened very much in a short time
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dossier(
            Actor actor, Action action, String subject, @Nullable UUID subjectId, ParticipantId participant) {
        if (action.reads()) {
            limits.check(actor.id().value(), participant.value());
        }
        write(Who.of(actor), action, subject, subjectId, participant.value(), null, origin());
    }

    /**
     * Writes that something was done that is not about one participant.
     *
     * @throws nl.meedoen.webkit.TooMuch when somebody opened very much in a short time
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Actor actor, Action action, String subject, @Nullable UUID subjectId) {
        if (action.reads()) {
            limits.check(actor.id().value(), null);
        }
        write(Who.of(actor), action, subject, subjectId, null, null, origin());
    }

    /** As {@link #note}, with a count or another detail that says nothing of a person; for what is more than reading. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Actor actor, Action action, String subject, @Nullable UUID subjectId, String detail) {
        write(Who.of(actor), action, subject, subjectId, null, detail, origin());
    }

    /** A refusal outlives the transaction that it stopped. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Actor actor, String subject) {
        write(Who.of(actor), Action.REFUSED, subject, null, null, null, origin());
    }

    /** A sign-in, or a failed one, which names nobody. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void signIn(@Nullable UUID account, boolean succeeded, String origin) {
        Action action = succeeded ? Action.SIGNED_IN : Action.SIGN_IN_FAILED;
        write(new Who(account, null, null), action, "sign-in", null, null, null, origin);
    }

    /** Something that a job did by itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void service(Action action, String subject, @Nullable UUID subjectId) {
        write(Who.SERVICE, action, subject, subjectId, null, null, origin());
    }

    /** As {@link #service(Action, String, UUID)}, with a count. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void service(Action action, String subject, String detail) {
        write(Who.SERVICE, action, subject, null, null, detail, origin());
    }

    private void write(
            Who who,
            Action action,
            String subject,
            @Nullable UUID subjectId,
            @Nullable UUID participant,
            @Nullable String detail,
            String origin) {
        boolean refused = action == Action.REFUSED || action == Action.SIGN_IN_FAILED;
        jdbc.sql(WRITE)
                .param(Timestamp.from(clock.instant()))
                .param(who.account())
                .param(who.role())
                .param(who.behalf())
                .param(participant)
                .param(Purpose.of(who.role(), action).name())
                .param(action.name())
                .param(subject)
                .param(subjectId)
                .param(participant)
                .param(detail)
                .param(refused ? "REFUSED" : "DONE")
                .param(origin)
                .update();
        events.publishEvent(new TrailWritten(action, subject, participant != null));
    }

    /**
     * Who did it.
     *
     * @param behalf for whom, where that is somebody else
     */
    private record Who(
            @Nullable UUID account,
            @Nullable String role,
            @Nullable UUID behalf) {

        private static final Who SERVICE =
                new Who(UUID.fromString(ActingAs.SERVICE.account()), ActingAs.SERVICE.role(), null);

        /** Work that a job, or one person, does for another is in the name of who does it. */
        static Who of(Actor actor) {
            ActingAs.Identity hands = ActingAs.current();
            UUID account = actor.id().value();
            return hands == null || hands.account().equals(account.toString())
                    ? new Who(account, actor.role().name(), null)
                    : new Who(UUID.fromString(hands.account()), hands.role(), account);
        }
    }

    private static String origin() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? String.valueOf(request.getRequest().getRemoteAddr())
                : "job";
    }
}
