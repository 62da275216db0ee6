package nl.meedoen.plans.reviews;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.privacy.SealedText;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;

/** A look at the plan together, planned until it is held or, for a reason, skipped. */
@Entity
public class Review {

    /** How it stands. */
    public enum State {
        PLANNED,
        HELD,
        SKIPPED
    }

    @Id
    private UUID id;

    private UUID enrolmentId;

    private UUID participantId;

    @Enumerated(EnumType.STRING)
    private ReviewKind kind;

    private LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private State state = State.PLANNED;

    private @Nullable LocalDate heldOn;

    @Convert(converter = SealedText.class)
    private @Nullable String outcome;

    @Convert(converter = SealedText.class)
    private @Nullable String reason;

    private @Nullable Instant decidedAt;

    private @Nullable UUID decidedBy;

    @Version
    private long version;

    protected Review() {}

    /** A review to come. */
    public Review(ReviewId id, UUID enrolment, ParticipantId participant, ReviewCalendar.Due due) {
        this.id = id.value();
        this.enrolmentId = enrolment;
        this.participantId = participant.value();
        this.kind = due.kind();
        this.dueOn = due.on();
    }

    /** It was held, and this came of it. */
    public void hold(LocalDate on, String words, AccountId by, Instant now) {
        mustBePlanned();
        if (on.isAfter(LocalDate.ofInstant(now, Words.ZONE))) {
            throw new RuleBroken("plans.contact-in-future");
        }
        state = State.HELD;
        heldOn = on;
        outcome = words;
        decide(by, now);
    }

    /** It does not take place, for a reason. */
    public void skip(String why, AccountId by, Instant now) {
        mustBePlanned();
        state = State.SKIPPED;
        reason = why;
        decide(by, now);
    }

    /** Takes back that it was held or skipped. */
    public void reopen() {
        if (state == State.PLANNED) {
            throw new RuleBroken("plans.review-planned");
        }
        state = State.PLANNED;
        heldOn = null;
        outcome = null;
        reason = null;
        decidedAt = null;
        decidedBy = null;
    }

    /** It is due on another day, or is another kind, now that the rhythm changed. */
    public void plan(ReviewCalendar.Due due) {
        mustBePlanned();
        kind = due.kind();
        dueOn = due.on();
    }

    private void mustBePlanned() {
        if (state != State.PLANNED) {
            throw new RuleBroken("plans.review-over");
        }
    }

    private void decide(AccountId by, Instant now) {
        decidedBy = by.value();
        decidedAt = now;
    }

    public ReviewId id() {
        return new ReviewId(id);
    }

    public UUID enrolment() {
        return enrolmentId;
    }

    public ReviewKind kind() {
        return kind;
    }

    public State state() {
        return state;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** The day from which the next one is counted. */
    public LocalDate on() {
        return heldOn == null ? dueOn : heldOn;
    }

    public long version() {
        return version;
    }
}
