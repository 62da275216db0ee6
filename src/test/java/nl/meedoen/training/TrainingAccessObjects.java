package nl.meedoen.training;

import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

@Component
class TrainingAccessObjects implements AccessObjects {

    private final Village village;
    private final Course course;
    private final OwnerJdbc everything;

    TrainingAccessObjects(Village village, Course course, OwnerJdbc everything) {
        this.village = village;
        this.course = course;
        this.everything = everything;
    }

    @Override
    public Map<String, String> own() {
        CohortId cohort = course.own("Toegang", 7, 12);
        course.join(cohort, village.amal, false);
        UUID workForm = everything
                .sql("select id from work_form limit 1")
                .query(UUID.class)
                .single();
        UUID tip = Uuids.next();
        everything
                .sql("insert into tip (id, work_form_id, account_id, body, written_at) values (?, ?, ?, 'Tip', now())")
                .params(tip, workForm, village.account(Role.TRAINER).value())
                .update();
        return Map.of(
                "cohort",
                cohort.toString(),
                "session",
                course.sessions(cohort).get(0).toString(),
                "member",
                course.member(cohort, village.amal).toString(),
                "workForm",
                workForm.toString(),
                "tip",
                tip.toString());
    }

    @Override
    public Map<String, String> foreign() {
        CohortId cohort = course.foreign("Elders", 7);
        course.join(cohort, village.celine, true);
        return Map.of(
                "cohort",
                cohort.toString(),
                "session",
                course.sessions(cohort).get(0).toString(),
                "member",
                course.member(cohort, village.celine).toString());
    }
}
