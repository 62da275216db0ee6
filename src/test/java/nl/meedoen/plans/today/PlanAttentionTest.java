package nl.meedoen.plans.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.desk.Drafts;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ActionPlans;
import nl.meedoen.plans.Appointments;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.plans.Contacts;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@MeedoenTest
class PlanAttentionTest {

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter counter;

    @Autowired
    PlanAttention attention;

    @Autowired
    PassedAppointments passed;

    @Autowired
    ActionPlans plans;

    @Autowired
    Contacts contacts;

    @Autowired
    Appointments appointments;

    @Autowired
    Drafts drafts;

    private ParticipantId person;
    private Actor coach;

    @BeforeEach
    void aCoachWithOneParticipant() {
        var account = village.account(Role.COACH, "-" + System.nanoTime(), village.alpha, Village.OWN_MUNICIPALITY);
        person = village.participant("Dina", "Proef", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, account);
        Actor template = village.actor(Role.COACH);
        coach = new Actor(
                account, "Coach", Role.COACH, template.roles(), template.locations(), template.municipalities());
    }

    @Test
    void whoHeardNothingForFourteenDaysIsSilent() {
        assertThat(kinds(coach)).containsExactly("plans.attention.silent");
        talk();
        assertThat(kinds(coach)).isEmpty();
    }

    @Test
    void overdueStepsAreOneRowAParticipantAndTheOldestComesFirst() {
        talk();
        LocalDate today = village.today();
        village.run(
                coach,
                () -> plans.addGoal(
                        coach,
                        person,
                        goal(),
                        List.of(
                                step("Second", today.minusDays(2)),
                                step("First", today.minusDays(6)),
                                step("Later", today))));
        Attention row = rows(coach).get(0);
        assertThat(rows(coach)).hasSize(1);
        assertThat(row.kindKey()).isEqualTo("plans.attention.overdue");
        assertThat(row.text()).startsWith("First").contains("1");
        assertThat(row.due()).isEqualTo(today.minusDays(6));
        assertThat(row.path()).isEqualTo("/participants/" + person + "/plan");
    }

    @Test
    void anAppointmentOfTodayAndADraftAreShown() {
        talk();
        LocalDateTime soon = LocalDateTime.now(nl.meedoen.webkit.Words.ZONE).plusMinutes(2);
        village.run(coach, () -> appointments.make(coach, person, new AppointmentText(soon, 60, "Practise", null)));
        village.run(coach, () -> drafts.keep(coach, Contacts.draftPlace(person), "We talked"));
        if (soon.toLocalDate().equals(village.today())) {
            assertThat(kinds(coach)).containsExactly("plans.attention.today", "plans.attention.draft");
        }
    }

    @Test
    void aPassedAppointmentMakesPlaceForTheNext() {
        LocalDateTime soon = LocalDateTime.now(nl.meedoen.webkit.Words.ZONE).plusMinutes(2);
        village.run(coach, () -> appointments.make(coach, person, new AppointmentText(soon, 60, "First", null)));
        village.run(
                coach, () -> appointments.make(coach, person, new AppointmentText(soon.plusDays(3), 60, "Next", null)));
        assertThat(nextAppointment()).isEqualTo("First");
        everything
                .sql(
                        "update appointment set starts_at = now() - interval '1 hour' where title = 'First' and participant_id = ?")
                .param(person.value())
                .update();
        everything
                .sql("update glance set next_appointment_at = now() - interval '1 hour' where participant_id = ?")
                .param(person.value())
                .update();
        passed.look();
        assertThat(nextAppointment()).isEqualTo("Next");
    }

    @Test
    void nobodyIsBotheredAboutAnEnrolmentThatWasStopped() {
        everything
                .sql("update glance set status = 'WITHDRAWN' where participant_id = ?")
                .param(person.value())
                .update();
        assertThat(kinds(coach)).isEmpty();
    }

    @Test
    void oneStatementIsEnough() throws Exception {
        Actor coordinator = village.actor(Role.COORDINATOR);
        List<String> heard = counter.during(() -> rows(coordinator));
        assertThat(heard.stream().filter(sql -> !sql.contains("set_config"))).hasSize(1);
        assertThat(rows(coordinator).stream().collect(Collectors.groupingBy(Attention::kindKey, Collectors.counting())))
                .isNotEmpty()
                .allSatisfy((kind, count) -> assertThat(count).isLessThanOrEqualTo(Attention.MOST));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "COACH"},
            mode = EnumSource.Mode.EXCLUDE)
    void othersGetNothing(Role role) {
        assertThat(rows(village.actor(role))).isEmpty();
    }

    private void talk() {
        ContactText text = new ContactText(ContactChannel.TALK, village.today(), null, "We talked.");
        village.run(coach, () -> contacts.write(coach, person, text, null, null));
    }

    private List<Attention> rows(Actor actor) {
        return village.as(actor, () -> attention.of(actor));
    }

    private List<String> kinds(Actor actor) {
        return rows(actor).stream().map(Attention::kindKey).toList();
    }

    private String nextAppointment() {
        return everything
                .sql("select next_appointment from glance where participant_id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    private static GoalText goal() {
        return new GoalText(GoalDomain.SKILLS, "Speak better Dutch", null, null, null);
    }

    private static StepText step(String title, LocalDate due) {
        return new StepText(title, StepOwner.PARTICIPANT, due, null);
    }
}
