package nl.meedoen.participants;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.people.CaseloadCounts;
import nl.meedoen.people.CoachProfile;
import nl.meedoen.people.Coaches;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who coaches whom, from when and until when. */
@Service
@Transactional
public class Caseload implements CaseloadCounts {

    /** One assignment, as the dossier shows it. */
    public record Assignment(
            UUID id,
            AccountId coach,
            String name,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Enrolments enrolments;
    private final Coaches coaches;
    private final Reaches reaches;
    private final Glances glances;
    private final Trail trail;
    private final Vault vault;
    private final Clock clock;

    Caseload(
            JdbcClient jdbc,
            Dossiers dossiers,
            Enrolments enrolments,
            Coaches coaches,
            Reaches reaches,
            Glances glances,
            Trail trail,
            Vault vault,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.enrolments = enrolments;
        this.coaches = coaches;
        this.reaches = reaches;
        this.glances = glances;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Gives a participant a coach from a day on; the coach before works until the day before it. Two coordinators at
     * the same time: one of them is refused by the database.
     */
    public void assign(Actor actor, ParticipantId id, AccountId coach, LocalDate from, @Nullable String reason) {
        assign(actor, id, coach, from, reason, null);
    }

    /**
     * As {@link #assign(Actor, ParticipantId, AccountId, LocalDate, String)}, choosing what the coach reads of before.
     *
     * @param contactsFrom the first day of which the coach reads what was talked about; null for everything
     */
    public void assign(
            Actor actor,
            ParticipantId id,
            AccountId coach,
            LocalDate from,
            @Nullable String reason,
            @Nullable LocalDate contactsFrom) {
        Dossiers.Reached person = dossiers.reach(actor, id);
        if (!person.open()) {
            throw new RuleBroken("participants.enrolment-closed");
        }
        CoachProfile profile = coaches.profilesAt(actor.locations()).stream()
                .filter(known -> known.account().equals(coach))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (from.isAfter(today())) {
            throw new RuleBroken("participants.day-in-future");
        }
        // One at a time for this participant, whoever is assigning.
        jdbc.sql("select 1 from participant where id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .single();
        end(actor, id, from);
        UUID assignment = Uuids.next();
        jdbc.sql("""
                        insert into coach_assignment (id, participant_id, coach_id, from_on, reason, assigned_by,
                            contacts_from)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(assignment)
                .param(id.value())
                .param(coach.value())
                .param(from)
                .param(vault.sealOptional(reason))
                .param(actor.id().value())
                .param(contactsFrom)
                .update();
        reaches.grant(id, coach, Reaches.Capacity.COACH, assignment, from, null);
        reaches.contactsFrom(id, assignment, contactsFrom);
        reaches.coverToo(id, coach, today());
        enrolments.activate(actor, id, from);
        glances.coach(id, coach, profile.name(), from);
        trail.dossier(actor, Trail.Action.CREATED, "coach-assignment", assignment, id);
    }

    /** Takes the coach away: the dossier is closed to them from the next request on. */
    public void release(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        if (end(actor, id, today())) {
            glances.coach(id, null, null, null);
            trail.dossier(actor, Trail.Action.CHANGED, "coach-assignment.ended", null, id);
        }
    }

    /** Ends what runs; an assignment that began on the same day leaves no day behind. */
    private boolean end(Actor actor, ParticipantId id, LocalDate from) {
        record Running(UUID assignment, AccountId coach) {}
        Optional<Running> running = jdbc.sql(
                        "select id, coach_id from coach_assignment where participant_id = ? and until_on is null")
                .param(id.value())
                .query((row, n) ->
                        new Running(row.getObject(1, UUID.class), new AccountId(row.getObject(2, UUID.class))))
                .optional();
        running.ifPresent(now -> {
            reaches.end(id, now.assignment());
            reaches.coverEnds(id, now.coach());
            int shortened = jdbc.sql(
                            "update coach_assignment set until_on = ?, ended_by = ? where id = ? and from_on < ?")
                    .params(from.minusDays(1), actor.id().value(), now.assignment(), from)
                    .update();
            if (shortened == 0) {
                jdbc.sql("delete from coach_assignment where id = ?")
                        .param(now.assignment())
                        .update();
            }
        });
        return running.isPresent();
    }

    /**
     * An assignment as it stood before something was done for many.
     *
     * @param reason sealed
     * @param contactsFrom what the coach read of before, as at {@link #assign}
     */
    public record Former(
            UUID id,
            AccountId coach,
            LocalDate from,
            byte @Nullable [] reason,
            UUID assignedBy,
            @Nullable LocalDate contactsFrom) {}

    /**
     * Puts the assignment back that ran before, in the place of the one that runs now.
     *
     * @param running the assignment that goes, with all that followed from it; null where none runs
     * @param coachOn when a first coach had been found
     */
    public void putBack(
            Actor actor,
            ParticipantId id,
            @Nullable UUID running,
            @Nullable Former former,
            @Nullable LocalDate coachOn) {
        dossiers.reach(actor, id);
        if (running != null) {
            reaches.end(id, running);
            jdbc.sql("select coach_id from coach_assignment where id = ?")
                    .param(running)
                    .query(UUID.class)
                    .optional()
                    .ifPresent(coach -> reaches.coverEnds(id, new AccountId(coach)));
            jdbc.sql("delete from coach_assignment where id = ?").param(running).update();
        }
        if (former != null) {
            jdbc.sql("""
                            insert into coach_assignment (id, participant_id, coach_id, from_on, reason, assigned_by,
                                contacts_from)
                            values (?, ?, ?, ?, ?, ?, ?)
                            on conflict (id) do update set until_on = null, ended_by = null
                            """)
                    .param(former.id())
                    .param(id.value())
                    .param(former.coach().value())
                    .param(former.from())
                    .param(former.reason())
                    .param(former.assignedBy())
                    .param(former.contactsFrom())
                    .update();
            reaches.grant(id, former.coach(), Reaches.Capacity.COACH, former.id(), former.from(), null);
            reaches.contactsFrom(id, former.id(), former.contactsFrom());
            reaches.coverToo(id, former.coach(), today());
        }
        glances.coachAsBefore(id, former == null ? null : former.coach(), coachOn);
        trail.dossier(actor, Trail.Action.UNDONE, "coach-assignment", former == null ? null : former.id(), id);
    }

    /** The assignments of a participant whom the caller has reached, newest first. */
    @Transactional(readOnly = true)
    public List<Assignment> of(ParticipantId id) {
        return jdbc.sql("""
                        select c.id, c.coach_id, a.name, c.from_on, c.until_on, c.reason
                        from coach_assignment c join account a on a.id = c.coach_id
                        where c.participant_id = ? order by c.from_on desc
                        """)
                .param(id.value())
                .query((row, n) -> new Assignment(
                        row.getObject(1, UUID.class),
                        new AccountId(row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        vault.open(row.getBytes(6))))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<AccountId, Integer> countsOf(Collection<AccountId> wanted) {
        Map<AccountId, Integer> counts = new HashMap<>();
        if (wanted.isEmpty()) {
            return counts;
        }
        jdbc.sql("""
                        select account_id, count(distinct participant_id) from reach
                        where capacity = 'COACH' and not cover and account_id in (:coaches) and from_on <= :today
                          and (until_on is null or until_on >= :today) group by account_id
                        """)
                .param("coaches", wanted.stream().map(AccountId::value).toList())
                .param("today", today())
                .query(row -> {
                    counts.put(new AccountId(row.getObject(1, UUID.class)), row.getInt(2));
                });
        return counts;
    }

    /** Coaches who are away today, as far as the asker may know, with the last day of it. */
    @Transactional(readOnly = true)
    public Map<AccountId, LocalDate> absentUntil() {
        Map<AccountId, LocalDate> absent = new HashMap<>();
        jdbc.sql("""
                        select coach_id, until_on from coach_cover
                        where ended_at is null and from_on <= :today and until_on >= :today
                        """).param("today", today()).query(row -> {
            absent.put(new AccountId(row.getObject(1, UUID.class)), row.getObject(2, LocalDate.class));
        });
        return absent;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
