package nl.meedoen.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is in a group, who waits, and whom a trainer reaches because of it. */
@MeedoenTest
class MembershipsTest {

    @Autowired
    Village village;

    @Autowired
    Course course;

    @Autowired
    Memberships memberships;

    @Autowired
    OwnerJdbc everything;

    private List<ParticipantId> reached(CohortId cohort) {
        return everything
                .sql("select participant_id from reach where source = ? and account_id = ?")
                .params(cohort.value(), village.account(Role.TRAINER).value())
                .query((row, n) -> new ParticipantId(row.getObject(1, java.util.UUID.class)))
                .list();
    }

    @Test
    void theLastSeatIsGivenOnceUnderTwoAtTheSameTime() throws Exception {
        Actor coordinator = village.actor(Role.COORDINATOR);
        for (int round = 0; round < 5; round++) {
            CohortId cohort = course.own("Eén plek " + round, -7, 1);
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService two = Executors.newFixedThreadPool(2);
            try {
                List<Future<Memberships.Seat>> seats = Stream.of(village.amal, village.bahar)
                        .map(person -> two.submit(() -> {
                            start.await();
                            return village.as(coordinator, () -> memberships.join(coordinator, cohort, person));
                        }))
                        .toList();
                assertThat(List.of(seats.get(0).get(), seats.get(1).get()))
                        .containsExactlyInAnyOrder(Memberships.Seat.SEATED, Memberships.Seat.WAITING);
            } finally {
                two.shutdown();
            }
        }
    }

    @Test
    void onlyMembersAreReachedByTheTrainer() {
        Actor coordinator = village.actor(Role.COORDINATOR);
        CohortId cohort = course.own("Bereik", -7, 1);
        assertThat(course.join(cohort, village.amal, false)).isEqualTo(Memberships.Seat.SEATED);
        assertThat(course.join(cohort, village.bahar, false)).isEqualTo(Memberships.Seat.WAITING);
        assertThat(reached(cohort)).containsExactly(village.amal);

        village.run(
                coordinator,
                () -> memberships.leave(coordinator, cohort, course.member(cohort, village.amal), "verhuisd"));
        assertThat(reached(cohort)).isEmpty();

        village.run(coordinator, () -> memberships.seat(coordinator, cohort, course.member(cohort, village.bahar)));
        assertThat(reached(cohort)).containsExactly(village.bahar);

        Memberships.Seat back = village.as(
                coordinator, () -> memberships.comeBack(coordinator, cohort, course.member(cohort, village.amal)));
        assertThat(back).isEqualTo(Memberships.Seat.WAITING);
        assertThat(reached(cohort)).containsExactly(village.bahar);
    }

    @Test
    void joiningTwiceChangesNothing() {
        CohortId cohort = course.own("Dubbel", -7, 12);
        course.join(cohort, village.amal, false);
        assertThat(course.join(cohort, village.amal, false)).isEqualTo(Memberships.Seat.ALREADY_THERE);
    }

    @Test
    void aFullGroupSeatsNobodyFromItsWaitingList() {
        Actor coordinator = village.actor(Role.COORDINATOR);
        CohortId cohort = course.own("Vol", -7, 1);
        course.join(cohort, village.amal, false);
        course.join(cohort, village.bahar, false);
        assertThatThrownBy(() -> village.run(
                        coordinator, () -> memberships.seat(coordinator, cohort, course.member(cohort, village.bahar))))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("training.group-full");
    }

    @Test
    void aForeignParticipantOrGroupIsNotThere() {
        Actor coordinator = village.actor(Role.COORDINATOR);
        CohortId own = course.own("Vreemd", -7, 12);
        CohortId foreign = course.foreign("Vreemd", -7);
        assertThatThrownBy(() -> village.run(coordinator, () -> memberships.join(coordinator, own, village.celine)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> village.run(coordinator, () -> memberships.join(coordinator, foreign, village.amal)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whyTheyLeftIsNotReadableInTheDatabase() {
        Actor coordinator = village.actor(Role.COORDINATOR);
        CohortId cohort = course.own("Reden", -7, 12);
        course.join(cohort, village.amal, false);
        village.run(
                coordinator,
                () -> memberships.leave(coordinator, cohort, course.member(cohort, village.amal), "geheimzinnig"));
        assertThat(everything
                        .sql("select encode(reason, 'escape') from cohort_member where cohort_id = ?")
                        .param(cohort.value())
                        .query(String.class)
                        .single())
                .doesNotContain("geheimzinnig");
    }
}
