package nl.meedoen.participants.sections;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

/** A school, a job, a wish and a measurement of somebody at each location. */
@Component
class IntakeAccessObjects implements AccessObjects {

    private final OwnerJdbc jdbc;
    private final Map<String, String> own;
    private final Map<String, String> foreign;

    IntakeAccessObjects(OwnerJdbc jdbc, Village village) {
        this.jdbc = jdbc;
        this.own = layOut(village.amal, village);
        this.foreign = layOut(village.celine, village);
    }

    private Map<String, String> layOut(ParticipantId id, Village village) {
        Map<String, String> things = new HashMap<>();
        things.put("section", "reachability");
        UUID education = Uuids.next();
        jdbc.sql(
                        "insert into education (id, participant_id, level, diploma, valuation) values (?, ?, 3, 'YES', 'NONE')")
                .params(education, id.value())
                .update();
        UUID work = Uuids.next();
        jdbc.sql("insert into work_experience (id, participant_id, occupation, isco) values (?, ?, '5120.1', '5120')")
                .params(work, id.value())
                .update();
        UUID wish = Uuids.next();
        jdbc.sql(
                        "insert into work_wish (id, participant_id, occupation, isco, added_at) values (?, ?, '7512.1', '7512', now())")
                .params(wish, id.value())
                .update();
        UUID measurement = Uuids.next();
        jdbc.sql("""
                        insert into language_measurement (id, participant_id, skill, level, source, measured_on, recorded_by, recorded_at)
                        values (?, ?, 'READING', 'A2', 'TEST', current_date - 9, ?, now())
                        """)
                .params(
                        measurement,
                        id.value(),
                        village.account(nl.meedoen.access.Role.COORDINATOR).value())
                .update();
        things.put("education", education.toString());
        things.put("work", work.toString());
        things.put("wish", wish.toString());
        things.put("measurement", measurement.toString());
        return things;
    }

    @Override
    public Map<String, String> own() {
        return own;
    }

    @Override
    public Map<String, String> foreign() {
        return foreign;
    }
}
