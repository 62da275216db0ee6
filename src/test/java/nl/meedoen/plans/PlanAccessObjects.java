package nl.meedoen.plans;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.questions.Party;
import nl.meedoen.plans.questions.QuestionId;
import nl.meedoen.plans.questions.Questions;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.Village;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A plan at Alpha and one at Beta. */
@Component
class PlanAccessObjects implements AccessObjects {

    private final org.springframework.beans.factory.ObjectProvider<Village> village;
    private final ActionPlans plans;
    private final ActionSteps steps;
    private final Contacts contacts;
    private final Appointments appointments;
    private final Questions questions;
    private final JdbcClient jdbc;
    private final Vault vault;

    PlanAccessObjects(
            org.springframework.beans.factory.ObjectProvider<Village> village,
            ActionPlans plans,
            ActionSteps steps,
            Contacts contacts,
            Appointments appointments,
            Questions questions,
            JdbcClient jdbc,
            Vault vault) {
        this.village = village;
        this.plans = plans;
        this.steps = steps;
        this.contacts = contacts;
        this.appointments = appointments;
        this.questions = questions;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Map<String, String> own() {
        return plan(village().actor(Role.COACH), village().amal);
    }

    @Override
    public Map<String, String> foreign() {
        return plan(village().foreignActor(Role.COACH), village().celine);
    }

    @Override
    public Map<String, Map<String, String>> parameters() {
        return Map.of("POST /participants/{id}/steps/{step}/status", Map.of("status", "BUSY"));
    }

    /** Contacts are corrected by who wrote them, so the contact that all may open does not exist: the coach's is used. */
    private Map<String, String> plan(Actor coach, ParticipantId person) {
        return village().as(coach, () -> {
            GoalText text = new GoalText(GoalDomain.CAREER, "Find a work place", null, null, null);
            GoalId goal = plans.addGoal(coach, person, text, List.of());
            StepId step = steps.addStep(coach, person, goal, new StepText("Call", StepOwner.COACH, null, null));
            ContactId contact = contacts.write(
                    coach,
                    person,
                    new ContactText(ContactChannel.TALK, village().today(), null, "Talk"),
                    null,
                    null);
            AppointmentId appointment = appointments.make(
                    coach, person, new AppointmentText(LocalDateTime.now().plusDays(2), 60, "Talk", null));
            QuestionId question = questions.ask(coach, person, Party.CLIENT_MANAGER, "Question", null);
            UUID review = jdbc.sql("select id from review where participant_id = ?")
                    .param(person.value())
                    .query(UUID.class)
                    .single();
            agreementOf(person);
            return Map.of(
                    "number", "1",
                    "question", question.toString(),
                    "review", review.toString(),
                    "goal", goal.toString(),
                    "step", step.toString(),
                    "contact", contact.toString(),
                    "appointment", appointment.toString());
        });
    }

    /** As one that was agreed; what it says does not matter here. */
    private void agreementOf(ParticipantId person) {
        jdbc.sql("""
                        insert into agreement (id, plan_id, participant_id, number, content, agreed_on, how, made_at, made_by)
                        select gen_random_uuid(), id, participant_id, 1, :content, current_date, 'PAPER', now(), created_by
                        from plan where participant_id = :participant
                        on conflict (plan_id, number) do nothing
                        """)
                .param("content", vault.seal("{\"goals\":[]}"))
                .param("participant", person.value())
                .update();
    }

    private Village village() {
        return village.getObject();
    }
}
