package nl.meedoen.plans;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

/** A plan at Alpha and one at Beta. */
@Component
class PlanAccessObjects implements AccessObjects {

    private final org.springframework.beans.factory.ObjectProvider<Village> village;
    private final ActionPlans plans;
    private final ActionSteps steps;
    private final Contacts contacts;
    private final Appointments appointments;

    PlanAccessObjects(
            org.springframework.beans.factory.ObjectProvider<Village> village,
            ActionPlans plans,
            ActionSteps steps,
            Contacts contacts,
            Appointments appointments) {
        this.village = village;
        this.plans = plans;
        this.steps = steps;
        this.contacts = contacts;
        this.appointments = appointments;
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
            return Map.of(
                    "goal", goal.toString(),
                    "step", step.toString(),
                    "contact", contact.toString(),
                    "appointment", appointment.toString());
        });
    }

    private Village village() {
        return village.getObject();
    }
}
