package nl.meedoen.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A query that forgot its condition: what does the database itself still let through? */
@MeedoenTest
class SecondWallTest {

    private static final List<String> DOSSIER_TABLES = List.of(
            "enrolment",
            "enrolment_change",
            "consent",
            "consent_signature",
            "enrolment_funding",
            "eligibility_check",
            "waiting_priority",
            "aftercare_check_in",
            "transfer",
            "coach_assignment",
            "ladder_measurement",
            "participant_history",
            "background",
            "household",
            "functional_limits",
            "integration",
            "language_measurement",
            "education",
            "work_experience",
            "work_wish",
            "work_profile",
            "benefit",
            "intake_section",
            "ladder_answers",
            "review",
            "review_rhythm",
            "agreement",
            "praise",
            "dream",
            "cv",
            "cv_link",
            "introduction",
            "bulk_change_item");

    /** Of the dossier too, and read by the trainers of the group as well. */
    private static final List<String> PITCH_TABLES = List.of("pitch", "pitch_rating");

    @Autowired
    Village village;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerJdbc everything;

    @Test
    void nobodyInParticularSeesNothing() {
        assertThat(count("participant")).isZero();
        assertThat(count("glance")).isZero();
        assertThat(count("participant_search")).isZero();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void noRoleSeesAForeignParticipant(Role role) {
        List<java.util.UUID> seen = village.as(
                village.actor(role),
                () -> jdbc.sql("select id from participant")
                        .query(java.util.UUID.class)
                        .list());
        assertThat(seen).doesNotContain(village.celine.value());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "COACH", "TRAINER", "CLIENT_MANAGER"})
    void theOwnOneIsSeen(Role role) {
        List<java.util.UUID> seen = village.as(
                village.actor(role),
                () -> jdbc.sql("select id from participant")
                        .query(java.util.UUID.class)
                        .list());
        assertThat(seen).contains(village.amal.value());
    }

    @Test
    void aClientManagerSeesNobodyWithoutConsentAndNoDossierTables() {
        var manager = village.actor(Role.CLIENT_MANAGER);
        assertThat(village.as(
                        manager,
                        () -> jdbc.sql("select id from participant")
                                .query(java.util.UUID.class)
                                .list()))
                .doesNotContain(village.bahar.value());
        for (String table : DOSSIER_TABLES) {
            assertThat(village.as(manager, () -> count(table))).as(table).isZero();
        }
        for (String table : PITCH_TABLES) {
            assertThat(village.as(manager, () -> count(table))).as(table).isZero();
        }
    }

    @Test
    void aTrainerSeesNoDossierTables() {
        for (String table : DOSSIER_TABLES) {
            assertThat(village.as(village.actor(Role.TRAINER), () -> count(table)))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aCoachSeesNoBenefitAndChangesNoHousehold() {
        for (ParticipantId id : List.of(village.amal, village.celine)) {
            everything
                    .sql("insert into benefit (participant_id, kind) values (?, 'STUDENT') on conflict do nothing")
                    .param(id.value())
                    .update();
            everything
                    .sql("insert into household (participant_id, children) values (?, 1) on conflict do nothing")
                    .param(id.value())
                    .update();
        }
        var coach = village.actor(Role.COACH);
        assertThat(village.as(coach, () -> count("benefit"))).isZero();
        assertThat(village.as(
                        coach,
                        () -> jdbc.sql("select participant_id from household")
                                .query(java.util.UUID.class)
                                .list()))
                .contains(village.amal.value())
                .doesNotContain(village.celine.value());
        assertThat(village.as(
                        coach,
                        () -> jdbc.sql("update household set children = 2").update()))
                .isZero();
        var coordinator = village.actor(Role.COORDINATOR);
        assertThat(village.as(
                        coordinator,
                        () -> jdbc.sql("select participant_id from benefit")
                                .query(java.util.UUID.class)
                                .list()))
                .contains(village.amal.value())
                .doesNotContain(village.celine.value());
    }

    @Test
    void aClientManagerCannotChangeAResident() {
        int changed = village.as(
                village.actor(Role.CLIENT_MANAGER),
                () -> jdbc.sql("update participant set phone = null where id = ?")
                        .param(village.amal.value())
                        .update());
        assertThat(changed).isZero();
    }

    @Test
    void aWithdrawnConsentClosesTheDossierAtOnce() {
        ParticipantId id = village.participant("Dina", "Even", village.alpha, Village.OWN_MUNICIPALITY);
        village.consent(id);
        var manager = village.actor(Role.CLIENT_MANAGER);
        String look = "select count(*) from participant where id = ?";
        assertThat(village.as(
                        manager,
                        () -> jdbc.sql(look)
                                .param(id.value())
                                .query(Integer.class)
                                .single()))
                .isOne();
        everything
                .sql("update consent set withdrawn_on = current_date where participant_id = ?")
                .param(id.value())
                .update();
        assertThat(village.as(
                        manager,
                        () -> jdbc.sql(look)
                                .param(id.value())
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void aCoachWhoseAssignmentEndedSeesNothing() {
        ParticipantId id = village.participant("Elif", "Even", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(id, village.account(Role.COACH));
        var coach = village.actor(Role.COACH);
        String look = "select count(*) from participant where id = ?";
        assertThat(village.as(
                        coach,
                        () -> jdbc.sql(look)
                                .param(id.value())
                                .query(Integer.class)
                                .single()))
                .isOne();
        everything
                .sql("delete from reach where participant_id = ?")
                .param(id.value())
                .update();
        assertThat(village.as(
                        coach,
                        () -> jdbc.sql(look)
                                .param(id.value())
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void theTrailCanOnlyGrow() {
        assertThatThrownBy(() -> village.as(
                        village.actor(Role.COORDINATOR),
                        () -> jdbc.sql("delete from trail").update()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> village.as(
                        village.actor(Role.COORDINATOR),
                        () -> jdbc.sql("update trail set result = 'DONE'").update()))
                .hasStackTraceContaining("permission denied");
    }

    /** Every table with a participant in it has its wall; one that was forgotten fails here. */
    @Test
    void everyTableAboutAParticipantHasAWall() {
        List<String> open = everything.sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                          and a.attname in ('participant_id') and not (c.relrowsecurity and c.relforcerowsecurity)
                        """).query(String.class).list();
        assertThat(open).containsExactlyInAnyOrder("reach");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
