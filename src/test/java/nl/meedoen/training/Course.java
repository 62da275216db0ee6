package nl.meedoen.training;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

/** Groups for the tests, planned as a coordinator plans them. */
@Component
class Course {

    private final Village village;
    private final Cohorts cohorts;
    private final Memberships memberships;
    private final OwnerJdbc everything;

    Course(Village village, Cohorts cohorts, Memberships memberships, OwnerJdbc everything) {
        this.village = village;
        this.cohorts = cohorts;
        this.memberships = memberships;
        this.everything = everything;
    }

    /** At Alpha with the village's own trainer; four sessions, the first so many days ago. */
    CohortId own(String name, int daysAgo, int capacity) {
        return plan(
                village.actor(Role.COORDINATOR), village.alpha, village.actor(Role.TRAINER), name, daysAgo, capacity);
    }

    /** The same at Beta. */
    CohortId foreign(String name, int daysAgo) {
        return plan(
                village.foreignActor(Role.COORDINATOR),
                village.beta,
                village.foreignActor(Role.TRAINER),
                name,
                daysAgo,
                12);
    }

    private CohortId plan(Actor actor, LocationId location, Actor trainer, String name, int daysAgo, int capacity) {
        LocalDate first = village.today().minusDays(daysAgo);
        return village.as(
                actor,
                () -> cohorts.plan(
                        actor,
                        new Cohorts.Plan(
                                location,
                                name,
                                Set.of(trainer.id()),
                                first,
                                LocalTime.of(9, 30),
                                LocalTime.of(12, 0),
                                "Zaal 1",
                                4,
                                capacity)));
    }

    /** Puts somebody in the group from its first day on. */
    Memberships.Seat join(CohortId cohort, ParticipantId participant, boolean foreign) {
        Actor actor = foreign ? village.foreignActor(Role.COORDINATOR) : village.actor(Role.COORDINATOR);
        LocalDate from = everything
                .sql("select starts_on from cohort where id = ?")
                .param(cohort.value())
                .query(LocalDate.class)
                .single();
        return village.as(actor, () -> memberships.join(actor, cohort, participant, from));
    }

    List<SessionId> sessions(CohortId cohort) {
        return everything
                .sql("select id from session where cohort_id = ? order by number")
                .param(cohort.value())
                .query((row, n) -> new SessionId(row.getObject(1, UUID.class)))
                .list();
    }

    UUID member(CohortId cohort, ParticipantId participant) {
        return everything
                .sql(
                        "select id from cohort_member where cohort_id = ? and participant_id = ? order by queued_at desc limit 1")
                .params(cohort.value(), participant.value())
                .query(UUID.class)
                .single();
    }
}
