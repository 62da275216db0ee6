package nl.meedoen.participants.bulk;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Caseload;
import nl.meedoen.participants.registration.EnrolmentStatus;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.privacy.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How somebody stood before something was done for many, and putting it back. Part of the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakingBack {

    private record Before(
            Caseload.@Nullable Former former,
            @Nullable UUID assignmentAfter,
            @Nullable LocalDate coachOn,
            EnrolmentStatus status,
            @Nullable LocalDate intakeOn,
            EnrolmentStatus statusAfter) {}

    private final JdbcClient jdbc;
    private final Caseload caseload;
    private final Enrolments enrolments;
    private final Trail trail;

    TakingBack(JdbcClient jdbc, Caseload caseload, Enrolments enrolments, Trail trail) {
        this.jdbc = jdbc;
        this.caseload = caseload;
        this.enrolments = enrolments;
        this.trail = trail;
    }

    /** Before anything is changed. */
    void remember(UUID bulk, Standing one) {
        jdbc.sql("""
                        insert into bulk_change_item (bulk_id, participant_id, assignment_before, coach_before, from_before,
                            reason_before, by_before, contacts_before, coach_on_before, status_before, intake_before)
                        select :bulk, :id, c.id, c.coach_id, c.from_on, c.reason, c.assigned_by, c.contacts_from, :coachOn, :status, :intake
                        from (values (1)) one(n)
                        left join coach_assignment c on c.participant_id = :id and c.until_on is null
                        """)
                .param("bulk", bulk)
                .param("id", one.id().value())
                .param("coachOn", one.coachOn(), Types.DATE)
                .param("status", one.status().name())
                .param("intake", one.intakeOn(), Types.DATE)
                .update();
    }

    /** After it was changed: what has to be found the same if it is to be taken back. */
    void after(UUID bulk, ParticipantId id) {
        jdbc.sql("""
                        update bulk_change_item set
                            assignment_after = (select c.id from coach_assignment c
                                where c.participant_id = :id and c.until_on is null),
                            status_after = (select g.status from glance g where g.participant_id = :id)
                        where bulk_id = :bulk and participant_id = :id
                        """).param("bulk", bulk).param("id", id.value()).update();
    }

    /** Puts one back as they stood; false where somebody changed them since, and nothing is done. */
    boolean undo(Actor actor, UUID bulk, ParticipantId id) {
        Before before = jdbc.sql("""
                        select assignment_before, coach_before, from_before, reason_before, by_before, assignment_after,
                            coach_on_before, status_before, intake_before, status_after, contacts_before
                        from bulk_change_item where bulk_id = ? and participant_id = ?
                        """)
                .params(bulk, id.value())
                .query((row, n) -> {
                    UUID assignment = row.getObject(1, UUID.class);
                    return new Before(
                            assignment == null
                                    ? null
                                    : new Caseload.Former(
                                            assignment,
                                            new AccountId(row.getObject(2, UUID.class)),
                                            row.getObject(3, LocalDate.class),
                                            row.getBytes(4),
                                            row.getObject(5, UUID.class),
                                            row.getObject(11, LocalDate.class)),
                            row.getObject(6, UUID.class),
                            row.getObject(7, LocalDate.class),
                            EnrolmentStatus.valueOf(row.getString(8)),
                            row.getObject(9, LocalDate.class),
                            EnrolmentStatus.valueOf(row.getString(10)));
                })
                .single();
        if (!stillSo(id, before)) {
            jdbc.sql(
                            "update bulk_change_item set refusal = 'bulk.refused.changed-since' where bulk_id = ? and participant_id = ?")
                    .params(bulk, id.value())
                    .update();
            return false;
        }
        UUID assignmentBefore = before.former() == null ? null : before.former().id();
        if (!Objects.equals(assignmentBefore, before.assignmentAfter())) {
            caseload.putBack(actor, id, before.assignmentAfter(), before.former(), before.coachOn());
        }
        if (before.status() != before.statusAfter()) {
            enrolments.putBack(actor, id, before.status(), before.intakeOn());
        }
        trail.dossier(actor, Trail.Action.UNDONE, "participants.bulk", bulk, id);
        return true;
    }

    private boolean stillSo(ParticipantId id, Before before) {
        return jdbc.sql("""
                        select g.status = :status and coalesce(c.id = cast(:assignment as uuid), c.id is null
                            and cast(:assignment as uuid) is null)
                        from glance g left join coach_assignment c
                            on c.participant_id = g.participant_id and c.until_on is null
                        where g.participant_id = :id
                        """)
                .param("status", before.statusAfter().name())
                .param("assignment", before.assignmentAfter(), Types.OTHER)
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
