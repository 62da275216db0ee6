package nl.meedoen.participants.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Caseload;
import nl.meedoen.participants.Handover;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.registration.EnrolmentStatus;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does one thing for many participants in one transaction, and remembers how each stood before, to take it back. */
@Service
@Transactional
public class Bulk {

    /** So many at once can still be looked over before. */
    public static final int MOST = 200;

    private static final String SUBJECT = "participants.bulk";

    private static final String STANDING = """
            select g.participant_id, g.name, g.number, g.status, g.registered_on, g.intake_on, c.id assignment, c.coach_id,
                g.coach_name, c.from_on, g.coach_on,
                (select max(e.until_on) from coach_assignment e where e.participant_id = g.participant_id) last_until
            from glance g left join coach_assignment c on c.participant_id = g.participant_id and c.until_on is null
            where g.participant_id = any(cast(:ids as uuid[])) and %s order by g.sort_name, g.participant_id
            """;

    /**
     * What is to be done for whom.
     *
     * @param coach only for {@link BulkAction#COACH}
     * @param on the day from which it counts; today for a release
     * @param contacts what the coach reads of the conversations before
     * @param contactsFrom the first day of which the coach reads them, with {@link Handover#FROM}
     */
    public record Order(
            BulkAction action,
            @Nullable AccountId coach,
            LocalDate on,
            @Nullable String reason,
            Handover contacts,
            @Nullable LocalDate contactsFrom) {}

    /**
     * One participant in the preview.
     *
     * @param refusal why nothing will change here, as a message code; null where it will
     */
    public record Line(
            ParticipantId id,
            String name,
            String number,
            EnrolmentStatus status,
            @Nullable String coachName,
            @Nullable String refusal) {}

    /** What was done for many. */
    public record Done(
            BulkId id,
            BulkAction action,
            Instant at,
            @Nullable Instant undoneAt,
            List<Line> lines) {}

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Caseload caseload;
    private final Enrolments enrolments;
    private final TakingBack takingBack;
    private final Trail trail;
    private final Clock clock;

    Bulk(
            JdbcClient jdbc,
            ParticipantScope scope,
            Caseload caseload,
            Enrolments enrolments,
            TakingBack takingBack,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.caseload = caseload;
        this.enrolments = enrolments;
        this.takingBack = takingBack;
        this.trail = trail;
        this.clock = clock;
    }

    /** What would change for whom, by name; whoever the actor does not reach is not among them. */
    @Transactional(readOnly = true)
    public List<Line> preview(Actor actor, Collection<ParticipantId> ids, Order order) {
        return standing(actor, ids).stream()
                .map(one -> line(one, one.refusal(order.action(), order.coach(), order.on())))
                .toList();
    }

    /** The chosen ones by name, before anything is chosen for them. */
    @Transactional(readOnly = true)
    public List<Line> chosen(Actor actor, Collection<ParticipantId> ids) {
        return standing(actor, ids).stream().map(one -> line(one, null)).toList();
    }

    /**
     * Does it for all for whom it can be done, or for nobody.
     *
     * @throws RuleBroken where it can be done for nobody, or there are too many
     */
    public BulkId carryOut(Actor actor, Collection<ParticipantId> ids, Order order) {
        if (ids.size() > MOST) {
            throw new RuleBroken("bulk.too-many", MOST);
        }
        // two who change the same people wait for each other, in one order
        jdbc.sql("select id from participant where id = any(cast(? as uuid[])) order by id for update")
                .param(array(ids))
                .query(UUID.class)
                .list();
        List<Standing> able = standing(actor, ids).stream()
                .filter(one -> one.refusal(order.action(), order.coach(), order.on()) == null)
                .toList();
        if (able.isEmpty()) {
            throw new RuleBroken("bulk.nobody");
        }
        UUID bulk = Uuids.next();
        jdbc.sql("insert into bulk_change (id, actor_id, action, done_at) values (?, ?, ?, ?)")
                .params(bulk, actor.id().value(), order.action().name(), Timestamp.from(clock.instant()))
                .update();
        for (Standing one : able) {
            takingBack.remember(bulk, one);
            switch (order.action()) {
                case COACH ->
                    caseload.assign(
                            actor,
                            one.id(),
                            java.util.Objects.requireNonNull(order.coach()),
                            order.on(),
                            order.reason(),
                            order.contacts().contactsFrom(order.on(), order.contactsFrom()));
                case RELEASE -> caseload.release(actor, one.id());
                case INTAKE -> enrolments.intakeHeld(actor, one.id(), order.on());
            }
            takingBack.after(bulk, one.id());
        }
        trail.note(actor, Trail.Action.CHANGED, SUBJECT, bulk, String.valueOf(able.size()));
        return new BulkId(bulk);
    }

    /** @throws NotFound for what somebody else did */
    @Transactional(readOnly = true)
    public Done done(Actor actor, BulkId id) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        List<Line> lines = jdbc.sql("""
                        select g.participant_id, g.name, g.number, g.status, g.coach_name, i.refusal
                        from bulk_change_item i join glance g on g.participant_id = i.participant_id
                        where i.bulk_id = :bulk and %s order by g.sort_name, g.participant_id
                        """.formatted(mine.sql()))
                .param("bulk", id.value())
                .params(mine.params())
                .query((row, n) -> new Line(
                        new ParticipantId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        EnrolmentStatus.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6)))
                .list();
        return jdbc.sql("select action, done_at, undone_at from bulk_change where id = ? and actor_id = ?")
                .params(id.value(), actor.id().value())
                .query((row, n) -> {
                    Timestamp undone = row.getTimestamp(3);
                    return new Done(
                            id,
                            BulkAction.valueOf(row.getString(1)),
                            row.getTimestamp(2).toInstant(),
                            undone == null ? null : undone.toInstant(),
                            lines);
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Takes all of it back; whoever was changed by others since stays as they are, and is named.
     *
     * @return how many were taken back
     */
    public int undo(Actor actor, BulkId id) {
        Done done = done(actor, id);
        int first = jdbc.sql("update bulk_change set undone_at = ? where id = ? and actor_id = ? and undone_at is null")
                .params(Timestamp.from(clock.instant()), id.value(), actor.id().value())
                .update();
        if (first == 0) {
            throw new RuleBroken("bulk.undone-already");
        }
        List<ParticipantId> back = new ArrayList<>();
        for (Line line : done.lines()) {
            if (takingBack.undo(actor, id.value(), line.id())) {
                back.add(line.id());
            }
        }
        trail.note(actor, Trail.Action.UNDONE, SUBJECT, id.value(), String.valueOf(back.size()));
        return back.size();
    }

    private List<Standing> standing(Actor actor, Collection<ParticipantId> ids) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        return jdbc.sql(STANDING.formatted(mine.sql()))
                .param("ids", array(ids))
                .params(mine.params())
                .query((row, n) -> standing(row))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        UUID coach = row.getObject("coach_id", UUID.class);
        return new Standing(
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                row.getString("name"),
                row.getString("number"),
                EnrolmentStatus.valueOf(row.getString("status")),
                row.getObject("registered_on", LocalDate.class),
                row.getObject("intake_on", LocalDate.class),
                row.getObject("assignment", UUID.class),
                coach == null ? null : new AccountId(coach),
                row.getString("coach_name"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("last_until", LocalDate.class),
                row.getObject("coach_on", LocalDate.class));
    }

    private static Line line(Standing one, @Nullable String refusal) {
        return new Line(one.id(), one.name(), one.number(), one.status(), one.coachName(), refusal);
    }

    private static String array(Collection<ParticipantId> ids) {
        return ids.stream().map(ParticipantId::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
