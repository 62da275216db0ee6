package nl.meedoen.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reaches what of a plan: the condition in the service, and row-level security behind it. */
@MeedoenTest
class PlanWallsTest {

    private static final List<String> TABLES = List.of("plan", "goal", "step", "contact", "appointment");
    private static final GoalText GOAL = new GoalText(GoalDomain.CAREER, "Find a work place", "Why", null, null);
    private static final StepText STEP = new StepText("Call the firm", StepOwner.PARTICIPANT, null, "Note");

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ActionPlans plans;

    @Autowired
    ActionSteps steps;

    @Autowired
    Contacts contacts;

    private ParticipantId person;
    private GoalId goal;

    @BeforeEach
    void aPlan() {
        person = village.participant("Dina", "Proef", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        Actor coach = village.actor(Role.COACH);
        goal = village.as(coach, () -> plans.addGoal(coach, person, GOAL, List.of(STEP)));
        village.run(
                coach,
                () -> contacts.write(
                        coach,
                        person,
                        new ContactText(ContactChannel.TALK, village.today(), null, "Secret"),
                        null,
                        new AppointmentText(LocalDateTime.now().plusDays(2), 60, "Talk", null)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "COACH"})
    void ownPeopleSeeAllOfIt(Role role) {
        assertThat(TABLES)
                .allSatisfy(
                        table -> assertThat(seen(village.actor(role), table)).isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void foreignPeopleSeeNothing(Role role) {
        village.consent(person);
        Actor foreign = village.foreignActor(role);
        assertThat(TABLES).allSatisfy(table -> assertThat(seen(foreign, table)).isZero());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TRAINER", "NATIONAL_LEAD", "ADMINISTRATOR"})
    void plansAreNotForThem(Role role) {
        village.group(person, village.account(Role.TRAINER));
        assertThat(TABLES)
                .allSatisfy(
                        table -> assertThat(seen(village.actor(role), table)).isZero());
    }

    @Test
    void theMunicipalityReadsGoalsOfWhoAgreedAndNothingElse() {
        Actor clientManager = village.actor(Role.CLIENT_MANAGER);
        assertThat(TABLES)
                .allSatisfy(table -> assertThat(seen(clientManager, table)).isZero());
        village.consent(person);
        assertThat(seen(clientManager, "goal")).isEqualTo(1);
        assertThat(List.of("plan", "step", "contact", "appointment"))
                .allSatisfy(table -> assertThat(seen(clientManager, table)).isZero());
        int changed = village.as(
                clientManager,
                () -> jdbc.sql("update goal set title = 'x' where participant_id = ?")
                        .param(person.value())
                        .update());
        assertThat(changed).isZero();
    }

    @Test
    void aCoachWhoseAssignmentEndedSeesNothingAnyMore() {
        everything
                .sql("update reach set until_on = ? where participant_id = ?")
                .params(village.today().minusDays(1), person.value())
                .update();
        Actor coach = village.actor(Role.COACH);
        assertThat(TABLES).allSatisfy(table -> assertThat(seen(coach, table)).isZero());
        assertThatThrownBy(() -> village.run(coach, () -> plans.achieveGoal(coach, person, goal)))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "COACH"})
    void aForeignGoalIsNotThereEvenUnderAnOwnParticipant(Role role) {
        Actor foreign = village.foreignActor(role);
        assertThatThrownBy(() -> village.run(foreign, () -> plans.achieveGoal(foreign, village.celine, goal)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> village.run(foreign, () -> steps.addStep(foreign, village.celine, goal, STEP)))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note from contact", "wish from plan", "note from step", "why from goal"})
    void freeTextIsSealed(String column) {
        village.run(village.actor(Role.COACH), () -> plans.writeWish(village.actor(Role.COACH), person, 0, "Secret"));
        byte[] text = everything
                .sql("select " + column + " where participant_id = ?")
                .param(person.value())
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(text, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Secret", "Why");
    }

    private long seen(Actor actor, String table) {
        return village.as(
                actor,
                () -> jdbc.sql("select count(*) from " + table + " where participant_id = ?")
                        .param(person.value())
                        .query(Long.class)
                        .single());
    }
}
