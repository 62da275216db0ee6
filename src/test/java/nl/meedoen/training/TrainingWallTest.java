package nl.meedoen.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself lets through when a query forgot its condition. */
@MeedoenTest
class TrainingWallTest {

    private static final Map<String, String> TABLES = Map.of(
            "cohort", "id",
            "session", "cohort_id",
            "cohort_member", "cohort_id",
            "attendance", "cohort_id");

    @Autowired
    Village village;

    @Autowired
    Course course;

    @Autowired
    Attendances attendances;

    @Autowired
    JdbcClient jdbc;

    CohortId own = CohortId.next();
    CohortId foreign = CohortId.next();

    @BeforeEach
    void twoGroups() {
        own = course.own("Muur", 14, 12);
        foreign = course.foreign("Muur", 14);
        course.join(own, village.amal, false);
        course.join(foreign, village.celine, true);
        mark(village.actor(Role.TRAINER), own, village.amal);
        mark(village.foreignActor(Role.TRAINER), foreign, village.celine);
    }

    private void mark(Actor trainer, CohortId cohort, nl.meedoen.kernel.ParticipantId participant) {
        SessionId session = course.sessions(cohort).get(0);
        village.run(
                trainer,
                () -> attendances.record(
                        trainer,
                        session,
                        Map.of(participant, new Attendances.Entry(AttendanceMark.EXCUSED, null, "ziek"))));
    }

    private List<UUID> seen(Actor actor, String table) {
        return village.as(
                actor,
                () -> jdbc.sql("select distinct " + TABLES.get(table) + " from " + table)
                        .query(UUID.class)
                        .list());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "COACH", "TRAINER"})
    void theOwnGroupIsSeenAndTheForeignOneIsNot(Role role) {
        for (String table : TABLES.keySet()) {
            assertThat(seen(village.actor(role), table))
                    .as(table)
                    .contains(own.value())
                    .doesNotContain(foreign.value());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLIENT_MANAGER", "NATIONAL_LEAD", "ADMINISTRATOR"})
    void othersSeeNothingAtAll(Role role) {
        for (String table : TABLES.keySet()) {
            assertThat(seen(village.actor(role), table)).as(table).isEmpty();
        }
    }

    @Test
    void aCoachReadsAndDoesNotWrite() {
        int changed = village.as(
                village.actor(Role.COACH),
                () -> jdbc.sql("update attendance set mark = 'PRESENT' where cohort_id = ?")
                        .param(own.value())
                        .update());
        assertThat(changed).isZero();
    }

    @Test
    void withoutAnybodyAskingThereIsNothing() {
        for (String table : TABLES.keySet()) {
            assertThat(jdbc.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }
}
