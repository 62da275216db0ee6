package nl.meedoen.plans;

import nl.meedoen.access.Actor;
import nl.meedoen.desk.Drafts;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.domain.Contact;
import nl.meedoen.plans.domain.ContactRepository;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts with a participant. Refusals as in {@link ActionPlans}. */
@Service
@Transactional
public class Contacts {

    private static final String CONTACT = "plans.contact";

    private final PlanDesk desk;
    private final ContactRepository contacts;
    private final ActionSteps steps;
    private final Appointments appointments;
    private final Drafts drafts;

    Contacts(PlanDesk desk, ContactRepository contacts, ActionSteps steps, Appointments appointments, Drafts drafts) {
        this.desk = desk;
        this.contacts = contacts;
        this.steps = steps;
        this.appointments = appointments;
        this.drafts = drafts;
    }

    /** A next step that was agreed, and the goal that it belongs to. */
    public record NextStep(GoalId goal, StepText text) {}

    /** The place under which the text is kept while somebody is writing it. */
    public static String draftPlace(ParticipantId participant) {
        return "contact:" + participant;
    }

    /** Writes a contact with what was agreed, all or nothing; the draft is gone when it was saved. */
    public ContactId write(
            Actor actor,
            ParticipantId participant,
            ContactText text,
            @Nullable NextStep next,
            @Nullable AppointmentText appointment) {
        desk.begin(actor, participant);
        Contact contact = new Contact(ContactId.next(), participant, text, actor.id(), desk.now());
        desk.add(contact);
        if (next != null) {
            steps.add(actor, participant, next.goal(), next.text());
        }
        if (appointment != null) {
            appointments.add(actor, participant, appointment);
        }
        drafts.drop(actor, draftPlace(participant));
        desk.contacted(participant, text.heldOn());
        desk.trail(actor, Trail.Action.CREATED, CONTACT, contact.id().value(), participant);
        desk.tell(new PlanNews.ContactWritten(participant, contact.id(), text.heldOn()));
        return contact.id();
    }

    /** Corrects a contact that the asker wrote. */
    public void correct(Actor actor, ParticipantId participant, ContactId id, long version, ContactText text) {
        desk.begin(actor, participant);
        Contact contact = contacts.findByIdAndParticipantId(id.value(), participant.value())
                .orElseThrow(NotFound::new);
        StaleVersion.check(contact.version(), version);
        contact.correct(text, actor.id(), desk.now());
        desk.contacted(participant, text.heldOn());
        desk.trail(actor, Trail.Action.CHANGED, CONTACT, id.value(), participant);
    }
}
