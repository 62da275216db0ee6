package nl.meedoen.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.demo.places.Place;
import nl.meedoen.demo.places.Place.Colleague;
import nl.meedoen.participants.Phase;
import nl.meedoen.participants.registration.Registration;
import org.jspecify.annotations.Nullable;

/** One participant while their rows are being made, and what each room wants to stand in the list. */
final class Dossier {

    final UUID id;
    final UUID enrolment;
    final String number;
    final Place place;
    final Registration registration;
    final Story story;
    final Colleague coordinator;

    /** Who coaches or coached them last; also where nobody does now. */
    final Colleague coach;

    private @Nullable String nextStep;
    private @Nullable LocalDate nextStepOn;
    private @Nullable String appointment;
    private @Nullable Instant appointmentAt;
    private @Nullable LocalDate lastContactOn;
    private @Nullable Integer attendance;
    private @Nullable String placementKind;
    private @Nullable LocalDate placedOn;
    private @Nullable LocalDate placementUntil;
    private @Nullable LocalDate reviewOn;
    private @Nullable UUID lastContact;
    private boolean introduced;

    Dossier(
            UUID id,
            UUID enrolment,
            String number,
            Place place,
            Registration registration,
            Story story,
            Colleague coordinator,
            Colleague coach) {
        this.id = id;
        this.enrolment = enrolment;
        this.number = number;
        this.place = place;
        this.registration = registration;
        this.story = story;
        this.coordinator = coordinator;
        this.coach = coach;
    }

    void next(@Nullable String step, @Nullable LocalDate due) {
        nextStep = step;
        nextStepOn = due;
    }

    void meets(Instant at, String title) {
        if (appointmentAt == null || at.isBefore(appointmentAt)) {
            appointmentAt = at;
            appointment = title;
        }
    }

    void spoken(LocalDate on, UUID contact) {
        if (lastContactOn == null || on.isAfter(lastContactOn)) {
            lastContactOn = on;
            lastContact = contact;
        }
    }

    void reviewed(LocalDate next) {
        reviewOn = next;
    }

    @Nullable
    LocalDate reviewOn() {
        return reviewOn;
    }

    @Nullable
    UUID lastContact() {
        return lastContact;
    }

    /** An employer got to know them. */
    void introduce() {
        introduced = true;
    }

    boolean introduced() {
        return introduced;
    }

    void attended(@Nullable Integer percent) {
        attendance = percent;
    }

    void placed(String kind, LocalDate since, @Nullable LocalDate until) {
        placementKind = kind;
        placedOn = since;
        placementUntil = until;
    }

    @Nullable
    String nextStep() {
        return nextStep;
    }

    @Nullable
    LocalDate nextStepOn() {
        return nextStepOn;
    }

    @Nullable
    String appointment() {
        return appointment;
    }

    @Nullable
    Instant appointmentAt() {
        return appointmentAt;
    }

    @Nullable
    LocalDate lastContactOn() {
        return lastContactOn;
    }

    @Nullable
    Integer attendance() {
        return attendance;
    }

    @Nullable
    String placementKind() {
        return placementKind;
    }

    @Nullable
    LocalDate placedOn() {
        return placedOn;
    }

    @Nullable
    LocalDate placementUntil() {
        return placementUntil;
    }

    /** The phase, as {@link nl.meedoen.participants.Glances#settle} finds it; a test compares the two. */
    Phase phase() {
        return switch (story.status()) {
            case WITHDRAWN, CLOSED -> Phase.STOPPED;
            case COMPLETED, AFTERCARE -> Phase.AFTERCARE;
            default ->
                placedOn != null
                        ? Phase.PLACED
                        : story.actingOn() != null
                                ? Phase.IN_ACTION
                                : story.planOn() != null
                                        ? Phase.PLAN_AGREED
                                        : story.coachOn() != null
                                                ? Phase.COACH_FOUND
                                                : story.intakeOn() != null ? Phase.INTAKE_DONE : Phase.REGISTERED;
        };
    }

    /** The day on which the phase began. */
    LocalDate phaseSince() {
        LocalDate since = switch (phase()) {
            case STOPPED, AFTERCARE -> story.endedOn();
            case PLACED -> placedOn;
            case IN_ACTION -> story.actingOn();
            case PLAN_AGREED -> story.planOn();
            case COACH_FOUND -> story.coachOn();
            case INTAKE_DONE -> story.intakeOn();
            case REGISTERED -> story.registeredOn();
        };
        return since == null ? story.registeredOn() : since;
    }
}
