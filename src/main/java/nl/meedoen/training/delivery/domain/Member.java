package nl.meedoen.training.delivery.domain;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.SealedText;
import nl.meedoen.training.CohortId;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;

/** Somebody's place in a group, or on its waiting list. */
@Entity
@Table(name = "cohort_member")
public class Member {

    @Id
    private UUID id;

    private UUID cohortId;
    private UUID locationId;
    private UUID participantId;
    private boolean waiting;
    private Instant queuedAt;
    private LocalDate fromOn;
    private @Nullable LocalDate untilOn;

    @Convert(converter = SealedText.class)
    private @Nullable String reason;

    private UUID addedBy;

    @Version
    private long version;

    protected Member() {}

    /** Takes part from a day on, or waits for a place. */
    public Member(
            Cohort cohort, ParticipantId participant, boolean waiting, LocalDate from, Actor addedBy, Instant at) {
        this.id = Uuids.next();
        this.cohortId = cohort.id().value();
        this.locationId = cohort.location().value();
        this.participantId = participant.value();
        this.waiting = waiting;
        this.fromOn = from;
        this.queuedAt = at;
        this.addedBy = addedBy.id().value();
    }

    /** From the waiting list into the group. */
    public void seat(LocalDate from) {
        stillThere();
        if (!waiting) {
            throw new RuleBroken("training.not-waiting");
        }
        waiting = false;
        fromOn = from;
    }

    /** Leaves the group or the waiting list; the day still counts. */
    public void leave(LocalDate on, String why) {
        stillThere();
        untilOn = on;
        reason = why;
    }

    /** Takes a leave back. */
    public void comeBack(boolean toWait) {
        if (untilOn == null) {
            throw new RuleBroken("training.already-member");
        }
        untilOn = null;
        reason = null;
        waiting = toWait;
    }

    private void stillThere() {
        if (untilOn != null) {
            throw new RuleBroken("training.member-left");
        }
    }

    public UUID id() {
        return id;
    }

    public CohortId cohort() {
        return new CohortId(cohortId);
    }

    public UUID locationId() {
        return locationId;
    }

    public ParticipantId participant() {
        return new ParticipantId(participantId);
    }

    public boolean waiting() {
        return waiting;
    }

    public Instant queuedAt() {
        return queuedAt;
    }

    public LocalDate from() {
        return fromOn;
    }

    public @Nullable LocalDate until() {
        return untilOn;
    }

    public @Nullable String reason() {
        return reason;
    }

    public UUID addedBy() {
        return addedBy;
    }

    public long version() {
        return version;
    }
}
