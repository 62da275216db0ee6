package nl.meedoen.plans.web;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.AppointmentId;
import nl.meedoen.plans.ContactId;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.StepId;
import nl.meedoen.plans.domain.Appointment;
import nl.meedoen.plans.domain.AppointmentRepository;
import nl.meedoen.plans.domain.Contact;
import nl.meedoen.plans.domain.ContactRepository;
import nl.meedoen.plans.domain.Goal;
import nl.meedoen.plans.domain.GoalRepository;
import nl.meedoen.plans.domain.Step;
import nl.meedoen.plans.domain.StepRepository;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.plans.text.WishText;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages around the forms: only for whoever reaches the person, and only while the enrolment takes changes. */
@Component
@Transactional(readOnly = true)
class PlanForms {

    private final Dossiers dossiers;
    private final PlanPages pages;
    private final GoalRepository goals;
    private final StepRepository steps;
    private final ContactRepository contacts;
    private final AppointmentRepository appointments;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Texts texts;
    private final Words words;

    PlanForms(
            Dossiers dossiers,
            PlanPages pages,
            GoalRepository goals,
            StepRepository steps,
            ContactRepository contacts,
            AppointmentRepository appointments,
            JdbcClient jdbc,
            Vault vault,
            Texts texts,
            Words words) {
        this.dossiers = dossiers;
        this.pages = pages;
        this.goals = goals;
        this.steps = steps;
        this.contacts = contacts;
        this.appointments = appointments;
        this.jdbc = jdbc;
        this.vault = vault;
        this.texts = texts;
        this.words = words;
    }

    /** A page with what stands in the database now. */
    record Loaded<T>(FormPage page, T text, long version) {

        /** The page with the text that somebody else saved, for who was second. */
        public FormPage beside(List<Fact> facts) {
            return page.with(facts);
        }
    }

    /** The page of a new goal. */
    FormPage newGoal(Actor actor, ParticipantId id) {
        return page(actor, id, "/goals", null, domains());
    }

    Loaded<GoalText> goal(Actor actor, ParticipantId id, GoalId goalId) {
        FormPage page = page(actor, id, "/goals/" + goalId, null, domains());
        Goal goal = load(id, goalId);
        goal.checkOpen();
        return new Loaded<>(page, goal.text(), goal.version());
    }

    Loaded<GoalText> endOfGoal(Actor actor, ParticipantId id, GoalId goalId) {
        Loaded<GoalText> goal = goal(actor, id, goalId);
        List<Option> ways = List.of(
                new Option(GoalState.ACHIEVED.name(), texts.of("plans.end.achieved")),
                new Option(GoalState.ADJUSTED.name(), texts.of("plans.end.adjusted")),
                new Option(GoalState.DROPPED.name(), texts.of("plans.end.dropped")));
        FormPage page = goal.page();
        return new Loaded<>(
                new FormPage(
                        page.id(),
                        page.person(),
                        page.action() + "/end",
                        goal.text().title(),
                        page.owners(),
                        ways,
                        null),
                goal.text(),
                goal.version());
    }

    /** The page of a new step of a goal. */
    FormPage newStep(Actor actor, ParticipantId id, GoalId goalId) {
        FormPage page = page(actor, id, "/goals/" + goalId + "/steps", null, List.of());
        Goal goal = load(id, goalId);
        return new FormPage(page.id(), page.person(), page.action(), goal.title(), page.owners(), page.choices(), null);
    }

    Loaded<StepText> step(Actor actor, ParticipantId id, StepId stepId) {
        FormPage page = page(actor, id, "/steps/" + stepId, null, List.of());
        Step step = steps.findByIdAndParticipantId(stepId.value(), id.value()).orElseThrow(NotFound::new);
        load(id, step.goal()).checkOpen();
        return new Loaded<>(page, step.text(), step.version());
    }

    /** A contact; for who did not write it, the page has nowhere to send the form to. */
    Loaded<ContactText> contact(Actor actor, ParticipantId id, ContactId contactId) {
        FormPage page = page(actor, id, "/contacts/" + contactId, null, List.of());
        Contact contact =
                contacts.findByIdAndParticipantId(contactId.value(), id.value()).orElseThrow(NotFound::new);
        FormPage own = contact.isBy(actor.id())
                ? page
                : new FormPage(page.id(), page.person(), null, null, List.of(), List.of(), null);
        return new Loaded<>(own, contact.text(), contact.version());
    }

    /** The page of a new appointment. */
    FormPage newAppointment(Actor actor, ParticipantId id) {
        return page(actor, id, "/appointments", null, List.of());
    }

    Loaded<AppointmentText> appointment(Actor actor, ParticipantId id, AppointmentId appointmentId) {
        FormPage page = page(actor, id, "/appointments/" + appointmentId, null, List.of());
        Appointment appointment = appointments
                .findByIdAndParticipantId(appointmentId.value(), id.value())
                .orElseThrow(NotFound::new);
        return new Loaded<>(page, appointment.text(), appointment.version());
    }

    /** The wish; the text is empty and the version 0 where there is no plan yet. */
    Loaded<WishText> wish(Actor actor, ParticipantId id) {
        FormPage page = page(actor, id, "/plan/wish", null, PlanNames.languages());
        return jdbc.sql("""
                        select p.wish, p.wish_language, p.version from enrolment e join plan p on p.enrolment_id = e.id
                        where e.participant_id = :participant
                        order by e.status in ('REGISTERED', 'INTAKE', 'ACTIVE') desc, e.registered_on desc, e.id desc
                        limit 1
                        """)
                .param("participant", id.value())
                .query((row, n) -> {
                    String wish = vault.open(row.getBytes("wish"));
                    WishText text = new WishText(wish == null ? "" : wish, row.getString("wish_language"));
                    return new Loaded<>(page, text, row.getLong("version"));
                })
                .optional()
                .orElseGet(() -> new Loaded<>(page, new WishText("", null), 0));
    }

    /** The moment at the office, for fields that depend on it. */
    LocalDateTime now() {
        return pages.now();
    }

    List<Fact> say(GoalText text) {
        return Fact.list(
                "plans.goal.domain", texts.of(text.domain()),
                "plans.goal.title", text.title(),
                "plans.goal.why", text.why(),
                "plans.goal.measure", text.measure(),
                "plans.goal.target", words.fullDate(text.targetOn()));
    }

    List<Fact> say(StepText text, List<Option> owners) {
        String owner = owners.stream()
                .filter(one -> one.value().equals(text.owner().name()))
                .map(Option::label)
                .findFirst()
                .orElse("");
        return Fact.list(
                "plans.step.title", text.title(),
                "plans.step.owner", owner,
                "plans.step.due", words.fullDate(text.dueOn()),
                "plans.step.note", text.note());
    }

    List<Fact> say(ContactText text) {
        return Fact.list(
                "plans.contact.channel",
                texts.of(text.channel()),
                "plans.contact.held-on",
                words.fullDate(text.heldOn()),
                "plans.contact.note",
                text.note());
    }

    List<Fact> say(AppointmentText text) {
        LocalDateTime at = text.startsAt();
        return Fact.list(
                "plans.appointment.title",
                text.title(),
                "plans.appointment.day",
                words.weekday(at.toLocalDate()) + ", " + words.time(at.toLocalTime()),
                "plans.appointment.place",
                text.place());
    }

    private List<Option> domains() {
        return Arrays.stream(GoalDomain.values())
                .map(domain -> new Option(domain.name(), texts.of(domain)))
                .toList();
    }

    private Goal load(ParticipantId id, GoalId goal) {
        UUID person = id.value();
        return goals.findByIdAndParticipantId(goal.value(), person).orElseThrow(NotFound::new);
    }

    private FormPage page(
            Actor actor, ParticipantId id, String suffix, @Nullable String subject, List<Option> choices) {
        Dossiers.Reached reached = dossiers.reach(actor, id);
        if (!reached.open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
        return new FormPage(
                id.value(),
                reached.name(),
                "/participants/" + id + suffix,
                subject,
                pages.owners(pages.names(id, reached)),
                choices,
                null);
    }
}
