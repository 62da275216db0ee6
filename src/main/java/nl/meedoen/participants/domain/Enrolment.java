package nl.meedoen.participants.domain;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.EndKind;
import nl.meedoen.participants.registration.EnrolmentDates;
import nl.meedoen.participants.registration.EnrolmentStatus;
import nl.meedoen.participants.registration.Outcome;
import nl.meedoen.privacy.SealedText;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;

/** One run of a participant through the programme. */
@Entity
public class Enrolment {

    private static final Set<EnrolmentStatus> RUNNING =
            Set.of(EnrolmentStatus.REGISTERED, EnrolmentStatus.INTAKE, EnrolmentStatus.ACTIVE);

    @Id
    private UUID id;

    private UUID participantId;

    @Enumerated(EnumType.STRING)
    private EnrolmentStatus status = EnrolmentStatus.REGISTERED;

    private LocalDate registeredOn;
    private @Nullable LocalDate intakeOn;
    private @Nullable LocalDate activeOn;
    private @Nullable LocalDate endedOn;

    @Convert(converter = SealedText.class)
    private @Nullable String endReason;

    @Enumerated(EnumType.STRING)
    private @Nullable EndKind endKind;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Version
    private long version;

    protected Enrolment() {}

    /** A run that begins with the registration. */
    public Enrolment(UUID id, ParticipantId participant, LocalDate on) {
        this.id = id;
        this.participantId = participant.value();
        this.registeredOn = on;
    }

    /** The intake was held. */
    public void intakeHeld(LocalDate on) {
        if (status != EnrolmentStatus.REGISTERED) {
            throw new RuleBroken("participants.intake-already");
        }
        notBefore(on, registeredOn);
        status = EnrolmentStatus.INTAKE;
        intakeOn = on;
    }

    /** A coach was found: the work begins. An intake that was not recorded counts as held on that day. */
    public void activate(LocalDate on) {
        mustRun();
        if (status == EnrolmentStatus.ACTIVE) {
            return;
        }
        if (intakeOn == null) {
            intakeOn = on;
        }
        status = EnrolmentStatus.ACTIVE;
        activeOn = on;
    }

    /** The participant stops before the end. */
    public void withdraw(EndKind kind, @Nullable String reason, LocalDate on) {
        mustRun();
        notBefore(on, registeredOn);
        status = EnrolmentStatus.WITHDRAWN;
        endKind = kind;
        endReason = reason;
        endedOn = on;
    }

    /** The programme was completed; aftercare follows. */
    public void complete(Outcome reached, LocalDate on) {
        mustRun();
        notBefore(on, registeredOn);
        status = EnrolmentStatus.AFTERCARE;
        endKind = EndKind.COMPLETED;
        outcome = reached;
        endedOn = on;
    }

    /** Aftercare is over. */
    public void close(LocalDate on) {
        if (status != EnrolmentStatus.AFTERCARE) {
            throw new RuleBroken("participants.not-in-aftercare");
        }
        notBefore(on, endedOn == null ? registeredOn : endedOn);
        status = EnrolmentStatus.CLOSED;
    }

    /** Puts the days right; each that the state rests on stays, and they follow each other. */
    public void correct(EnrolmentDates dates, LocalDate today) {
        boolean lost = (intakeOn != null && dates.intakeOn() == null)
                || (activeOn != null && dates.activeOn() == null)
                || (endedOn != null && dates.endedOn() == null);
        boolean early = (intakeOn == null && dates.intakeOn() != null)
                || (activeOn == null && dates.activeOn() != null)
                || (endedOn == null && dates.endedOn() != null);
        if (lost || early) {
            throw new RuleBroken("participants.days-of-the-state");
        }
        LocalDate before = dates.registeredOn();
        for (LocalDate day : Arrays.asList(dates.intakeOn(), dates.activeOn(), dates.endedOn())) {
            if (day != null) {
                if (day.isBefore(before)) {
                    throw new RuleBroken("participants.days-in-order");
                }
                before = day;
            }
        }
        if (before.isAfter(today)) {
            throw new RuleBroken("participants.day-in-future");
        }
        registeredOn = dates.registeredOn();
        intakeOn = dates.intakeOn();
        activeOn = dates.activeOn();
        endedOn = dates.endedOn();
    }

    /** Takes a withdrawal or completion back, with everything as it was. */
    public void reopen() {
        if (RUNNING.contains(status)) {
            throw new RuleBroken("participants.enrolment-open");
        }
        status = activeOn != null
                ? EnrolmentStatus.ACTIVE
                : intakeOn != null ? EnrolmentStatus.INTAKE : EnrolmentStatus.REGISTERED;
        endKind = null;
        endReason = null;
        outcome = null;
        endedOn = null;
    }

    /** Takes a step on the way back, to where the enrolment stood before it; only within a run. */
    public void putBack(EnrolmentStatus before, @Nullable LocalDate intakeBefore) {
        mustRun();
        if (!RUNNING.contains(before)) {
            throw new RuleBroken("participants.enrolment-closed");
        }
        status = before;
        intakeOn = intakeBefore;
        activeOn = before == EnrolmentStatus.ACTIVE ? activeOn : null;
    }

    private void mustRun() {
        if (!RUNNING.contains(status)) {
            throw new RuleBroken("participants.enrolment-closed");
        }
    }

    private static void notBefore(LocalDate on, LocalDate earliest) {
        if (on.isBefore(earliest)) {
            throw new RuleBroken("participants.before-registration");
        }
    }

    public UUID id() {
        return id;
    }

    public EnrolmentStatus status() {
        return status;
    }

    /** All days of it. */
    public EnrolmentDates dates() {
        return new EnrolmentDates(registeredOn, intakeOn, activeOn, endedOn);
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public long version() {
        return version;
    }

    public @Nullable LocalDate intakeOn() {
        return intakeOn;
    }

    public @Nullable LocalDate endedOn() {
        return endedOn;
    }
}
