package nl.meedoen.plans;

import java.time.Instant;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.domain.Appointment;
import nl.meedoen.plans.domain.AppointmentRepository;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appointments with a participant. Refusals as in {@link ActionPlans}. */
@Service
@Transactional
public class Appointments {

    private final PlanDesk desk;
    private final AppointmentRepository appointments;

    Appointments(PlanDesk desk, AppointmentRepository appointments) {
        this.desk = desk;
        this.appointments = appointments;
    }

    /** Makes an appointment to come. */
    public AppointmentId make(Actor actor, ParticipantId participant, AppointmentText text) {
        desk.begin(actor, participant);
        return add(actor, participant, text);
    }

    /** As {@link #make}, within a change that has begun. */
    AppointmentId add(Actor actor, ParticipantId participant, AppointmentText text) {
        Appointment appointment = new Appointment(AppointmentId.next(), participant, text, actor.id(), desk.now());
        desk.add(appointment);
        end(actor, Trail.Action.CREATED, participant, appointment);
        return appointment.id();
    }

    /** Puts an appointment on another day or hour, or at another place. */
    public void move(Actor actor, ParticipantId participant, AppointmentId id, long version, AppointmentText text) {
        desk.begin(actor, participant);
        Appointment appointment = load(id, participant);
        StaleVersion.check(appointment.version(), version);
        appointment.move(text, desk.now());
        end(actor, Trail.Action.CHANGED, participant, appointment);
    }

    /** Calls an appointment off; twice is once. */
    public void cancel(Actor actor, ParticipantId participant, AppointmentId id) {
        desk.begin(actor, participant);
        Appointment appointment = load(id, participant);
        if (appointment.cancel(actor.id(), desk.now())) {
            end(actor, Trail.Action.CHANGED, participant, appointment);
        }
    }

    /** Takes back that an appointment was called off. */
    public void restore(Actor actor, ParticipantId participant, AppointmentId id) {
        desk.begin(actor, participant);
        Appointment appointment = load(id, participant);
        if (appointment.cancelled()) {
            appointment.restore();
            end(actor, Trail.Action.UNDONE, participant, appointment);
        }
    }

    /** Shows the appointment that comes next in the list, after one has passed; for the job that looks. */
    public void passed(ParticipantId participant) {
        desk.showAppointment(participant);
    }

    private void end(Actor actor, Trail.Action action, ParticipantId participant, Appointment appointment) {
        desk.endAppointment(actor, action, appointment.id().value(), participant);
        AppointmentText text = appointment.text();
        @Nullable Instant begins = appointment.cancelled() ? null : appointment.startsAt();
        desk.tell(new PlanNews.AppointmentChanged(participant, appointment.id(), begins, text.title(), text.place()));
    }

    private Appointment load(AppointmentId id, ParticipantId participant) {
        return appointments
                .findByIdAndParticipantId(id.value(), participant.value())
                .orElseThrow(NotFound::new);
    }
}
