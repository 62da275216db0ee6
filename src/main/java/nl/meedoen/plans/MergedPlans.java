package nl.meedoen.plans;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Glances;
import nl.meedoen.participants.Merging;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans, contacts and appointments when two dossiers become one. */
@Component
@Order(10)
class MergedPlans implements Merging.Party {

    /** Of two runs that were open one goes on; the goals of the other go on with it. */
    private static final String GOES_ON = """
            (select e.id from enrolment e where e.participant_id = :into and e.status in ('REGISTERED', 'INTAKE', 'ACTIVE'))""";

    private static final String CLOSED_NOW = """
            (select p.id from plan p join enrolment e on e.id = p.enrolment_id
             where e.participant_id = :into and e.status = 'CLOSED' and e.ended_on = app_today())""";

    private final JdbcClient jdbc;
    private final PlanDesk desk;
    private final Glances glances;
    private final Clock clock;

    MergedPlans(JdbcClient jdbc, PlanDesk desk, Glances glances, Clock clock) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.glances = glances;
        this.clock = clock;
    }

    @Override
    public void take(Merging.Moves moves) {
        moves.all("plan", "", "id");
        moves.all("goal", "plans.moves.goal", "id");
        moves.all("step", "plans.moves.step", "id");
        moves.all("dream", "plans.moves.dream", "id");
        moves.all("pitch", "plans.moves.pitch", "id");
        moves.all("pitch_rating", "", "pitch_id", "rated_by");
        moves.all("introduction", "plans.moves.introduction", "id");
        moves.all("cv", "plans.moves.cv", "id");
        moves.all("cv_link", "", "id");
        moves.all("contact", "plans.moves.contact", "id");
        moves.all("appointment", "plans.moves.appointment", "id");
        moves.all("question", "plans.moves.question", "id");
        moves.all("question_message", "", "id");
        moves.all("praise", "", "contact_id", "account_id");
        moves.all("review_rhythm", "", "enrolment_id");
        moves.all("review", "plans.moves.review", "id");
        moves.all("agreement", "plans.moves.agreement", "id");
        oneReview(moves);
        boolean bothPlanned = moves.ask("select exists (select 1 from plan where enrolment_id = " + GOES_ON + ")")
                .query(Boolean.class)
                .single();
        if (bothPlanned) {
            moves.change(
                    "goal",
                    "plan_id = (select p.id from plan p where p.enrolment_id = " + GOES_ON
                            + "), position = t.position + 100, version = t.version + 1",
                    "t.participant_id = :into and t.plan_id in " + CLOSED_NOW,
                    "id");
        } else {
            moves.change(
                    "plan",
                    "enrolment_id = " + GOES_ON + ", version = t.version + 1",
                    "t.participant_id = :into and t.id in " + CLOSED_NOW
                            + " and exists (select 1 from enrolment e where e.id = " + GOES_ON + ")",
                    "id");
        }
    }

    /** Of two planned reviews the one of the run that goes on stays; where that has none, it takes the other's. */
    private static void oneReview(Merging.Moves moves) {
        String ofClosed =
                "t.participant_id = :into and t.state = 'PLANNED' and t.enrolment_id in (select e.id from enrolment e"
                        + " where e.participant_id = :into and e.status = 'CLOSED' and e.ended_on = app_today())";
        String planned =
                " exists (select 1 from review x where x.state = 'PLANNED' and x.enrolment_id = " + GOES_ON + ")";
        moves.change(
                "review",
                "enrolment_id = " + GOES_ON + ", version = t.version + 1",
                ofClosed + " and " + GOES_ON + " is not null and not" + planned,
                "id");
        moves.change(
                "review",
                "state = 'SKIPPED', decided_at = now(), decided_by = app_actor(), version = t.version + 1",
                ofClosed + " and" + planned,
                "id");
    }

    @Override
    public void settle(ParticipantId id) {
        desk.showAppointment(id);
        desk.showNextStep(id);
        jdbc
                .sql("select max(held_on) from contact where participant_id = :id and happened_at <= :now")
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list()
                .stream()
                .filter(java.util.Objects::nonNull)
                .forEach(day -> glances.contacted(id, day));
    }
}
