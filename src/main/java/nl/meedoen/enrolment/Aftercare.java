package nl.meedoen.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.registration.EnrolmentCorrections;
import nl.meedoen.participants.registration.EnrolmentMoved;
import nl.meedoen.participants.registration.EnrolmentStatus;
import nl.meedoen.participants.registration.Outcome;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks after 13 and 26 weeks how it goes (DOMAIN.md: lasting outflow is 26 weeks); made when a run is completed. */
@Service
@Transactional
public class Aftercare {

    /** Weeks after the end. */
    public static final List<Integer> WEEKS = List.of(13, 26);

    /** One question, and perhaps its answer. */
    public record CheckIn(
            UUID id,
            int weeks,
            LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable Outcome situation,
            @Nullable String note,
            @Nullable String by) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final EnrolmentCorrections corrections;
    private final Trail trail;
    private final Vault vault;
    private final Clock clock;

    Aftercare(
            JdbcClient jdbc,
            Dossiers dossiers,
            EnrolmentCorrections corrections,
            Trail trail,
            Vault vault,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.corrections = corrections;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /** A run that was completed gets its check-ins; one that goes on again loses those that nobody answered. */
    @EventListener
    void on(EnrolmentMoved moved) {
        if (moved.now() == EnrolmentStatus.AFTERCARE) {
            for (int weeks : WEEKS) {
                jdbc.sql("""
                                insert into aftercare_check_in (id, enrolment_id, participant_id, location_id, weeks, due_on)
                                select ?, ?, p.id, p.location_id, ?, ? from participant p where p.id = ?
                                on conflict (enrolment_id, weeks) do update set due_on = excluded.due_on
                                    where aftercare_check_in.done_on is null
                                """)
                        .params(
                                Uuids.next(),
                                moved.enrolment(),
                                weeks,
                                moved.on().plusWeeks(weeks),
                                moved.participant().value())
                        .update();
            }
        } else if (moved.now() != EnrolmentStatus.CLOSED) {
            jdbc.sql("delete from aftercare_check_in where enrolment_id = ? and participant_id = ? and done_on is null")
                    .params(moved.enrolment(), moved.participant().value())
                    .update();
        }
    }

    /** All check-ins of somebody whom the caller has reached, the first one first. */
    @Transactional(readOnly = true)
    public List<CheckIn> of(ParticipantId id) {
        return jdbc.sql("""
                        select c.id, c.weeks, c.due_on, c.done_on, c.situation, c.note, a.name from aftercare_check_in c
                        left join account a on a.id = c.done_by where c.participant_id = ? order by c.due_on, c.id limit 50
                        """)
                .param(id.value())
                .query((row, n) -> new CheckIn(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getString(5) == null ? null : Outcome.valueOf(row.getString(5)),
                        vault.open(row.getBytes(6)),
                        row.getString(7)))
                .list();
    }

    /** Answers a check-in; it may be a little before its day, for one asks when one meets. */
    public void answer(Actor actor, ParticipantId id, UUID checkIn, Outcome situation, @Nullable String note) {
        CheckIn asked = find(actor, id, checkIn);
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        if (today.isBefore(asked.dueOn().minusWeeks(2))) {
            throw new RuleBroken("enrolment.check-in-early");
        }
        int written = jdbc.sql("""
                        update aftercare_check_in set done_on = ?, situation = ?, note = ?, done_by = ?
                        where id = ? and participant_id = ? and done_on is null
                        """)
                .param(today)
                .param(situation.name())
                .param(vault.sealOptional(note))
                .param(actor.id().value())
                .param(checkIn)
                .param(id.value())
                .update();
        if (written == 0) {
            throw new RuleBroken("enrolment.check-in-done");
        }
        trail.dossier(actor, Trail.Action.CHANGED, "enrolment.check-in", checkIn, id);
    }

    /** One check-in of somebody whom the actor reaches. */
    @Transactional(readOnly = true)
    public CheckIn find(Actor actor, ParticipantId id, UUID checkIn) {
        dossiers.reach(actor, id);
        return of(id).stream()
                .filter(one -> one.id().equals(checkIn))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** Closes the run for good; every check-in that was due has its answer. */
    public void close(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        if (of(id).stream().anyMatch(one -> one.doneOn() == null)) {
            throw new RuleBroken("enrolment.check-ins-open");
        }
        corrections.close(actor, id, LocalDate.now(clock.withZone(Words.ZONE)));
    }
}
