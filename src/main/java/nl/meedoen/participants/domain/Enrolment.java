package nl.meedoen.participants.domain;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.EndKind;
import nl.meedoen.participants.registration.EnrolmentStatus;
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
    public void complete(LocalDate on) {
        mustRun();
        notBefore(on, registeredOn);
        status = EnrolmentStatus.AFTERCARE;
        endKind = EndKind.COMPLETED;
        endedOn = on;
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

    public @Nullable LocalDate intakeOn() {
        return intakeOn;
    }

    public @Nullable LocalDate endedOn() {
        return endedOn;
    }
}
