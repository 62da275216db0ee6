package nl.meedoen.participants.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.DossierHistory;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.domain.Enrolment;
import nl.meedoen.participants.domain.EnrolmentRepository;
import nl.meedoen.participants.domain.Participant;
import nl.meedoen.participants.domain.ParticipantRepository;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enrols people, corrects their dossier and takes an enrolment through its states. */
@Service
@Transactional
public class Enrolments {

    private final ParticipantRepository participants;
    private final EnrolmentRepository enrolments;
    private final Dossiers dossiers;
    private final DossierHistory history;
    private final SearchEntry search;
    private final Organisation organisation;
    private final EnrolmentSteps steps;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Enrolments(
            ParticipantRepository participants,
            EnrolmentRepository enrolments,
            Dossiers dossiers,
            DossierHistory history,
            SearchEntry search,
            Organisation organisation,
            EnrolmentSteps steps,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.participants = participants;
        this.enrolments = enrolments;
        this.dossiers = dossiers;
        this.history = history;
        this.search = search;
        this.organisation = organisation;
        this.steps = steps;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is known of a participant, with the version to send back when it is changed. */
    public record Known(Registration registration, String number, LocationId location, long version) {}

    /** Enrols somebody at the location of the actor that serves the municipality, or else at the actor's own. */
    public ParticipantId enrol(Actor actor, Registration registration) {
        LocalDate today = today();
        LocationId location = organisation.locationsServing(registration.municipalityCode(), today).stream()
                .filter(actor.locations()::contains)
                .findFirst()
                .or(() -> actor.locations().stream()
                        .sorted(java.util.Comparator.comparing(LocationId::value))
                        .findFirst())
                .orElseThrow(() -> new RuleBroken("participants.no-location"));
        ParticipantId id = new ParticipantId(Uuids.next());
        String number = "VIP-%d-%06d"
                .formatted(
                        today.getYear(),
                        jdbc.sql("select nextval('participant_number')")
                                .query(Long.class)
                                .single());
        participants.save(new Participant(id, number, location, registration, clock.instant()));
        jdbcAfterSave();
        jdbc.sql("""
                        insert into glance (participant_id, location_id, municipality_code, number, name, sort_name,
                            original_name, language, status, phase, phase_since, registered_on, attention_on)
                        select p.id, p.location_id, p.municipality_code, p.number, :name, p.sort_name, p.original_name,
                            p.preferred_language, 'REGISTERED', 'REGISTERED', :today, :today, cast(:today as date) + 14
                        from participant p where p.id = :id
                        """)
                .param("name", registration.name().display())
                .param("today", today)
                .param("id", id.value())
                .update();
        search.write(id, number, location, registration);
        Enrolment enrolment = enrolments.save(new Enrolment(Uuids.next(), id, today));
        jdbcAfterSave();
        steps.changed(actor, id, enrolment, null, today, null);
        trail.dossier(actor, Trail.Action.CREATED, "participant", id.value(), id);
        return id;
    }

    /** What is known of a participant, to be shown or changed. */
    @Transactional(readOnly = true)
    public Known known(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        Participant participant = load(id);
        return new Known(
                participant.asRegistered(), participant.number(), participant.location(), participant.version());
    }

    /** What is known of a participant whom the caller has reached. */
    @Transactional(readOnly = true)
    public Registration written(ParticipantId id) {
        return load(id).asRegistered();
    }

    /** Corrects a dossier; what a field was before is kept in the history. */
    public void correct(Actor actor, ParticipantId id, Registration registration, long version) {
        dossiers.reach(actor, id);
        Participant participant = load(id);
        Registration before = participant.asRegistered();
        participant.correct(registration, version, clock.instant());
        settle(actor, participant, before);
    }

    /** Changes a part of what is known; whoever calls has made sure that nobody else changed that part meanwhile. */
    public void amend(Actor actor, ParticipantId id, UnaryOperator<Registration> change) {
        dossiers.reach(actor, id);
        Participant participant = load(id);
        Registration before = participant.asRegistered();
        Registration after = change.apply(before);
        if (!after.equals(before)) {
            participant.correct(after, participant.version(), clock.instant());
            settle(actor, participant, before);
        }
    }

    /** Changes how somebody can be reached. */
    public void reachable(Actor actor, ParticipantId id, Reachability reachability, long version) {
        dossiers.reach(actor, id);
        Participant participant = load(id);
        Registration before = participant.asRegistered();
        participant.reach(reachability, version, clock.instant());
        settle(actor, participant, before);
    }

    private void settle(Actor actor, Participant participant, Registration before) {
        participants.save(participant);
        jdbcAfterSave();
        show(participant);
        history.write(actor, participant.id(), before, participant.asRegistered());
        trail.dossier(
                actor, Trail.Action.CHANGED, "participant", participant.id().value(), participant.id());
    }

    private void show(Participant participant) {
        Registration after = participant.asRegistered();
        jdbc.sql("""
                        update glance g set name = :name, sort_name = p.sort_name, original_name = p.original_name,
                            language = p.preferred_language, municipality_code = p.municipality_code
                        from participant p where p.id = g.participant_id and g.participant_id = :id
                        """)
                .param("name", after.name().display())
                .param("id", participant.id().value())
                .update();
        search.write(participant.id(), participant.number(), participant.location(), after);
    }

    /** Writes what the lists and a search show of the dossier again, after its row was changed from outside. */
    public void refresh(ParticipantId id) {
        show(load(id));
    }

    /** Records that the intake was held. */
    public void intakeHeld(Actor actor, ParticipantId id, LocalDate on) {
        notInFuture(on);
        steps.take(actor, id, on, null, enrolment -> enrolment.intakeHeld(on));
    }

    /** The work begins: called when a coach is assigned. */
    public void activate(Actor actor, ParticipantId id, LocalDate on) {
        steps.take(actor, id, on, null, enrolment -> enrolment.activate(on));
    }

    /** Ends an enrolment early. */
    public void withdraw(Actor actor, ParticipantId id, EndKind kind, @Nullable String reason, LocalDate on) {
        notInFuture(on);
        steps.take(actor, id, on, reason, enrolment -> enrolment.withdraw(kind, reason, on));
    }

    /** Ends an enrolment that reached its goal; aftercare follows. */
    public void complete(Actor actor, ParticipantId id, Outcome outcome, LocalDate on) {
        notInFuture(on);
        steps.take(actor, id, on, null, enrolment -> enrolment.complete(outcome, on));
    }

    /** Takes the last step on the way back, after something that was done for many was undone. */
    public void putBack(Actor actor, ParticipantId id, EnrolmentStatus before, @Nullable LocalDate intakeBefore) {
        steps.take(actor, id, today(), null, enrolment -> enrolment.putBack(before, intakeBefore));
    }

    /** Statements of JDBC do not make Hibernate write first; this does. */
    private void jdbcAfterSave() {
        participants.flush();
    }

    private Participant load(ParticipantId id) {
        UUID value = id.value();
        return participants.findById(value).orElseThrow(NotFound::new);
    }

    private void notInFuture(LocalDate on) {
        if (on.isAfter(today())) {
            throw new RuleBroken("participants.day-in-future");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
