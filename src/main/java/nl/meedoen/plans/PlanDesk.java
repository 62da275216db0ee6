package nl.meedoen.plans;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.Glances;
import nl.meedoen.plans.domain.Plan;
import nl.meedoen.plans.domain.PlanRepository;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What every change of a plan begins and ends with: the asker reaches the person, and the list shows how it stands. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanDesk {

    /** The enrolment that runs, or else the last one. */
    private static final String ENROLMENT = """
            select id from enrolment where participant_id = :participant
            order by status in ('REGISTERED', 'INTAKE', 'ACTIVE') desc, registered_on desc, id desc limit 1
            """;

    private static final String NEXT_STEP = """
            select s.title, s.due_on from step s join goal g on g.id = s.goal_id
            where s.participant_id = :participant and s.status <> 'DONE' and g.state = 'OPEN' and g.plan_id = :plan
            order by s.due_on nulls last, g.domain = 'SKILLS', g.position, s.position limit 1
            """;

    private static final String NEXT_APPOINTMENT = """
            select starts_at, title from appointment
            where participant_id = :participant and cancelled_at is null and starts_at > :now
            order by starts_at limit 1
            """;

    private record NextStep(String title, @Nullable LocalDate dueOn) {}

    private record NextAppointment(Instant startsAt, String title) {}

    private final Dossiers dossiers;
    private final Glances glances;
    private final PlanRepository plans;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlanDesk(
            Dossiers dossiers,
            Glances glances,
            PlanRepository plans,
            Trail trail,
            ApplicationEventPublisher events,
            EntityManager entities,
            JdbcClient jdbc,
            Clock clock) {
        this.dossiers = dossiers;
        this.glances = glances;
        this.plans = plans;
        this.trail = trail;
        this.events = events;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Lets a change begin.
     *
     * @throws NotFound when the asker does not reach the person
     * @throws RuleBroken when the enrolment was stopped or closed
     */
    void begin(Actor actor, ParticipantId participant) {
        if (!dossiers.reach(actor, participant).open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
    }

    /** The plan of the enrolment that runs; made when this is the first change. */
    Plan plan(Actor actor, ParticipantId participant) {
        UUID enrolment = jdbc.sql(ENROLMENT)
                .param("participant", participant.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        return plans.findByEnrolmentId(enrolment).orElseGet(() -> make(actor, participant, enrolment));
    }

    private Plan make(Actor actor, ParticipantId participant, UUID enrolment) {
        jdbc.sql("""
                        insert into plan (id, participant_id, enrolment_id, created_at, created_by)
                        values (:id, :participant, :enrolment, :now, :actor) on conflict (enrolment_id) do nothing
                        """)
                .param("id", Uuids.next())
                .param("participant", participant.value())
                .param("enrolment", enrolment)
                .param("now", Timestamp.from(now()))
                .param("actor", actor.id().value())
                .update();
        return plans.findByEnrolmentId(enrolment).orElseThrow(NotFound::new);
    }

    /** Writes the change in the trail and the step that is due first in the list. */
    void end(Actor actor, Trail.Action action, String subject, UUID id, ParticipantId participant, UUID plan) {
        entities.flush();
        jdbc.sql(NEXT_STEP)
                .param("participant", participant.value())
                .param("plan", plan)
                .query((row, n) -> new NextStep(row.getString(1), row.getObject(2, LocalDate.class)))
                .optional()
                .ifPresentOrElse(
                        next -> glances.nextStep(participant, next.title(), next.dueOn()),
                        () -> glances.nextStep(participant, null, null));
        trail.dossier(actor, action, subject, id, participant);
    }

    /** Writes the change in the trail and the appointment that comes first in the list. */
    void endAppointment(Actor actor, Trail.Action action, UUID id, ParticipantId participant) {
        entities.flush();
        showAppointment(participant);
        trail.dossier(actor, action, "plans.appointment", id, participant);
    }

    /** Shows the appointment that comes first, now that one was made, moved or is over. */
    void showAppointment(ParticipantId participant) {
        jdbc.sql(NEXT_APPOINTMENT)
                .param("participant", participant.value())
                .param("now", Timestamp.from(now()))
                .query((row, n) -> new NextAppointment(row.getTimestamp(1).toInstant(), row.getString(2)))
                .optional()
                .ifPresentOrElse(
                        next -> glances.appointment(participant, next.startsAt(), next.title()),
                        () -> glances.appointment(participant, null, null));
    }

    /** Shows the step that is due first in the plan that runs. */
    void showNextStep(ParticipantId participant) {
        jdbc.sql(NEXT_STEP.replace(":plan", "(select p.id from plan p where p.enrolment_id = (" + ENROLMENT + "))"))
                .param("participant", participant.value())
                .query((row, n) -> new NextStep(row.getString(1), row.getObject(2, LocalDate.class)))
                .optional()
                .ifPresentOrElse(
                        next -> glances.nextStep(participant, next.title(), next.dueOn()),
                        () -> glances.nextStep(participant, null, null));
    }

    void planMade(ParticipantId participant) {
        glances.planMade(participant, today());
        tell(new PlanNews.PlanMade(participant));
    }

    void inAction(ParticipantId participant) {
        glances.inAction(participant, today());
    }

    void contacted(ParticipantId participant, LocalDate on) {
        glances.contacted(participant, on);
    }

    void trail(Actor actor, Trail.Action action, String subject, UUID id, ParticipantId participant) {
        trail.dossier(actor, action, subject, id, participant);
    }

    void add(Object entity) {
        entities.persist(entity);
    }

    void tell(PlanNews news) {
        events.publishEvent(news);
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
