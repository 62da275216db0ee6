package nl.meedoen.plans.outline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** An outline at Alpha and one at Beta, neither shared, and an earlier plan of somebody at each. */
@Component
class OutlineAccessObjects implements AccessObjects {

    private final ObjectProvider<Village> village;
    private final ObjectProvider<OwnerJdbc> everything;
    private final Outlines outlines;

    OutlineAccessObjects(ObjectProvider<Village> village, ObjectProvider<OwnerJdbc> everything, Outlines outlines) {
        this.village = village;
        this.everything = everything;
        this.outlines = outlines;
    }

    @Override
    public Map<String, String> own() {
        return Map.of(
                "outline", outline(village.getObject().actor(Role.COORDINATOR)),
                "plan", earlier(village.getObject().amal));
    }

    @Override
    public Map<String, String> foreign() {
        return Map.of(
                "outline", outline(village.getObject().foreignActor(Role.COORDINATOR)),
                "plan", earlier(village.getObject().celine));
    }

    private String outline(Actor coordinator) {
        OutlineGoal goal = new OutlineGoal(GoalDomain.CAREER, "A goal", null, null, 3, List.of());
        return village.getObject()
                .as(
                        coordinator,
                        () -> outlines.add(
                                coordinator, new Outlines.OutlineText("An outline", null, false, List.of(goal))))
                .toString();
    }

    private String earlier(ParticipantId person) {
        UUID enrolment = UUID.randomUUID();
        UUID plan = UUID.randomUUID();
        OwnerJdbc jdbc = everything.getObject();
        jdbc.sql("insert into enrolment (id, participant_id, status, registered_on) values (?, ?, 'CLOSED', ?)")
                .params(enrolment, person.value(), village.getObject().today().minusDays(900))
                .update();
        jdbc.sql(
                        "insert into plan (id, participant_id, enrolment_id, created_at, created_by) values (?, ?, ?, now(), ?)")
                .params(plan, person.value(), enrolment)
                .param(village.getObject().account(Role.COACH).value())
                .update();
        return plan.toString();
    }
}
