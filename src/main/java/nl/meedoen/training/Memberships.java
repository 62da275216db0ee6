package nl.meedoen.training;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.training.delivery.TrainerReach;
import nl.meedoen.training.delivery.domain.Cohort;
import nl.meedoen.training.delivery.domain.CohortRepository;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.training.delivery.domain.Member;
import nl.meedoen.training.delivery.domain.MemberRepository;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a group. The group stays locked while somebody joins, so that two at once never overfill it. */
@Service
@Transactional
public class Memberships {

    /** What came of joining. */
    public enum Seat {
        SEATED,
        WAITING,
        ALREADY_THERE
    }

    private final CohortRepository cohorts;
    private final MemberRepository members;
    private final Dossiers dossiers;
    private final TrainerReach reach;
    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Memberships(
            CohortRepository cohorts,
            MemberRepository members,
            Dossiers dossiers,
            TrainerReach reach,
            JdbcClient jdbc,
            Trail trail,
            Clock clock) {
        this.cohorts = cohorts;
        this.members = members;
        this.dossiers = dossiers;
        this.reach = reach;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** Puts a participant of the group's location in the group, or on its waiting list when it is full. */
    public Seat join(Actor actor, CohortId id, ParticipantId participant) {
        Cohort cohort = locked(actor, id);
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        return join(actor, cohort, participant, cohort.startsOn().isAfter(today) ? cohort.startsOn() : today);
    }

    /** As {@link #join(Actor, CohortId, ParticipantId)}, for somebody who takes part since an earlier day. */
    public Seat join(Actor actor, CohortId id, ParticipantId participant, LocalDate from) {
        return join(actor, locked(actor, id), participant, from);
    }

    /** Several at once, in this order; all of them or, when one is refused, none. */
    public List<Seat> joinAll(Actor actor, CohortId id, List<ParticipantId> participants) {
        locked(actor, id);
        return participants.stream()
                .map(participant -> join(actor, id, participant))
                .toList();
    }

    private Seat join(Actor actor, Cohort cohort, ParticipantId participant, LocalDate from) {
        Dossiers.Reached person = dossiers.reach(actor, participant);
        if (!person.open()) {
            throw new RuleBroken("training.enrolment-closed", person.name());
        }
        UUID home = jdbc.sql("select location_id from glance where participant_id = ?")
                .param(participant.value())
                .query(UUID.class)
                .single();
        if (!home.equals(cohort.location().value())) {
            throw new RuleBroken("training.other-location", person.name());
        }
        List<Member> present = members.present(cohort.id().value());
        if (present.stream().anyMatch(member -> member.participant().equals(participant))) {
            return Seat.ALREADY_THERE;
        }
        boolean full = seated(present) >= cohort.capacity();
        Member member = members.save(new Member(cohort, participant, full, from, actor, clock.instant()));
        reach.settle(cohort, member);
        trail.dossier(actor, Trail.Action.CREATED, "training.member", member.id(), participant);
        return full ? Seat.WAITING : Seat.SEATED;
    }

    /**
     * Takes somebody from the waiting list into the group.
     *
     * @throws RuleBroken when the group is full
     */
    public void seat(Actor actor, CohortId id, UUID memberId) {
        Cohort cohort = locked(actor, id);
        Member member = member(cohort, memberId);
        if (seated(members.present(id.value())) >= cohort.capacity()) {
            throw new RuleBroken("training.group-full");
        }
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        member.seat(cohort.startsOn().isAfter(today) ? cohort.startsOn() : today);
        reach.settle(cohort, member);
        trail.dossier(actor, Trail.Action.CHANGED, "training.member", memberId, member.participant());
    }

    /** Takes somebody out of the group or off its waiting list; the group's trainers reach them no more. */
    public void leave(Actor actor, CohortId id, UUID memberId, String reason) {
        Cohort cohort = locked(actor, id);
        Member member = member(cohort, memberId);
        member.leave(LocalDate.now(clock.withZone(Words.ZONE)), reason);
        reach.settle(cohort, member);
        trail.dossier(actor, Trail.Action.REMOVED, "training.member", memberId, member.participant());
    }

    /** Takes a leave back; when the place was given away in the meantime, to the waiting list. */
    public Seat comeBack(Actor actor, CohortId id, UUID memberId) {
        Cohort cohort = locked(actor, id);
        Member member = member(cohort, memberId);
        List<Member> present = members.present(id.value());
        if (present.stream().anyMatch(other -> other.participant().equals(member.participant()))) {
            throw new RuleBroken("training.already-member");
        }
        boolean full = seated(present) >= cohort.capacity();
        member.comeBack(member.waiting() || full);
        reach.settle(cohort, member);
        trail.dossier(actor, Trail.Action.UNDONE, "training.member", memberId, member.participant());
        return member.waiting() ? Seat.WAITING : Seat.SEATED;
    }

    private Cohort locked(Actor actor, CohortId id) {
        return cohorts.findLocked(id, CohortScope.of(actor)).orElseThrow(NotFound::new);
    }

    private Member member(Cohort cohort, UUID id) {
        return members.find(id, cohort.id().value()).orElseThrow(NotFound::new);
    }

    private static long seated(List<Member> present) {
        return present.stream().filter(member -> !member.waiting()).count();
    }
}
