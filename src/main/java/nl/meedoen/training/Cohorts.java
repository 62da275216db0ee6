package nl.meedoen.training;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.people.Trainers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.training.delivery.SessionDates;
import nl.meedoen.training.delivery.SessionPlan;
import nl.meedoen.training.delivery.TrainerReach;
import nl.meedoen.training.delivery.domain.Cohort;
import nl.meedoen.training.delivery.domain.CohortRepository;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.training.delivery.domain.MeetingRepository;
import nl.meedoen.training.delivery.domain.Session;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans groups with all their sessions, and changes them. */
@Service
@Transactional
public class Cohorts {

    /** How many people a group takes unless the coordinator says otherwise. */
    public static final int USUAL_CAPACITY = 12;

    /** How many sessions the programme has. */
    public static final int USUAL_SESSIONS = 10;

    /**
     * A group as a coordinator wants it.
     *
     * @param sessions how many weekly sessions; public holidays are skipped
     */
    public record Plan(
            LocationId location,
            String name,
            Set<AccountId> trainers,
            LocalDate startsOn,
            LocalTime startsAt,
            LocalTime endsAt,
            String place,
            int sessions,
            int capacity) {}

    private final CohortRepository cohorts;
    private final MeetingRepository sessions;
    private final SessionPlan proposals;
    private final Trainers trainers;
    private final TrainerReach reach;
    private final Trail trail;
    private final Clock clock;

    Cohorts(
            CohortRepository cohorts,
            MeetingRepository sessions,
            SessionPlan proposals,
            Trainers trainers,
            TrainerReach reach,
            Trail trail,
            Clock clock) {
        this.cohorts = cohorts;
        this.sessions = sessions;
        this.proposals = proposals;
        this.trainers = trainers;
        this.reach = reach;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Makes a group and all its sessions, with the titles and work forms that the programme proposes.
     *
     * @throws NotFound when the location is not the coordinator's own
     */
    public CohortId plan(Actor actor, Plan plan) {
        if (!CohortScope.runs(actor, plan.location())) {
            throw new NotFound();
        }
        check(plan.location(), plan.trainers());
        SessionDates dates = SessionDates.weekly(plan.startsOn(), plan.sessions());
        Cohort cohort = cohorts.save(new Cohort(
                CohortId.next(),
                plan.location(),
                plan.name(),
                plan.place(),
                plan.startsAt(),
                plan.endsAt(),
                dates.first(),
                dates.last(),
                plan.capacity(),
                plan.trainers(),
                clock.instant()));
        List<SessionPlan.Proposal> proposed = proposals.proposals(plan.sessions());
        for (int i = 0; i < plan.sessions(); i++) {
            sessions.save(new Session(
                    SessionId.next(),
                    cohort,
                    i + 1,
                    proposed.get(i).title(),
                    new Session.Slot(dates.dates().get(i), plan.startsAt(), plan.endsAt(), plan.place()),
                    proposed.get(i).workForms()));
        }
        trail.note(actor, Trail.Action.CREATED, "training.cohort", cohort.id().value());
        return cohort.id();
    }

    /**
     * Changes name, capacity and trainers; new trainers reach the members at once, former ones no more.
     *
     * @param version the version that the coordinator had before them
     */
    public void change(Actor actor, CohortId id, long version, String name, int capacity, Set<AccountId> newTrainers) {
        Cohort cohort = cohorts.findLocked(id, CohortScope.of(actor)).orElseThrow(NotFound::new);
        StaleVersion.check(cohort.version(), version);
        if (!cohort.trainers().containsAll(newTrainers)) {
            check(cohort.location(), newTrainers);
        }
        cohort.change(name, capacity, newTrainers);
        reach.settle(cohort);
        trail.note(actor, Trail.Action.CHANGED, "training.cohort", id.value());
    }

    private void check(LocationId location, Set<AccountId> wanted) {
        if (wanted.isEmpty()) {
            throw new RuleBroken("training.trainer-needed");
        }
        Set<AccountId> known = Set.copyOf(trainers.at(Set.of(location)).stream()
                .map(Trainers.Trainer::account)
                .toList());
        if (!known.containsAll(wanted)) {
            throw new RuleBroken("training.trainer-elsewhere");
        }
    }
}
