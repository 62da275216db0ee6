package nl.meedoen.plans.questions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ContactId;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;

/** A question from one party to another; whoever was spoken to is to speak next, until it is closed. */
@Entity
public class Question {

    /** Who is to speak. */
    public enum Turn {
        ASKED,
        ASKER
    }

    @Id
    private UUID id;

    private UUID participantId;

    private @Nullable UUID contactId;

    private UUID askedBy;

    @Enumerated(EnumType.STRING)
    private Party askedAs;

    @Enumerated(EnumType.STRING)
    private Party askedOf;

    private Instant askedAt;

    @Enumerated(EnumType.STRING)
    private Turn turn;

    private Instant turnSince;

    @Column(insertable = false, updatable = false)
    private @Nullable String municipalityCode;

    private @Nullable Instant closedAt;

    private @Nullable UUID closedBy;

    @Version
    private long version;

    protected Question() {}

    /** A question, asked now. */
    public Question(
            QuestionId id,
            ParticipantId participant,
            @Nullable ContactId about,
            AccountId by,
            Party as,
            Party of,
            Instant now) {
        if (as == of) {
            throw new RuleBroken("plans.question-of-needed");
        }
        this.id = id.value();
        this.participantId = participant.value();
        this.contactId = about == null ? null : about.value();
        this.askedBy = by.value();
        this.askedAs = as;
        this.askedOf = of;
        this.askedAt = now;
        this.turn = Turn.ASKED;
        this.turnSince = now;
    }

    /** Somebody said something: the other side is to speak. A third party speaks for whoever was asked. */
    public void spoken(Party by, Instant now) {
        if (closedAt != null) {
            throw new RuleBroken("plans.question-closed");
        }
        turn = by == askedAs ? Turn.ASKED : Turn.ASKER;
        turnSince = now;
    }

    /** Nothing more is to be said; twice is once. Only who asked, or a coordinator, decides that. */
    public boolean close(Party by, AccountId account, Instant now) {
        if (!mayClose(by)) {
            throw new RuleBroken("plans.question-not-yours");
        }
        if (closedAt != null) {
            return false;
        }
        closedAt = now;
        closedBy = account.value();
        return true;
    }

    /** Takes the closing back. */
    public boolean reopen(Party by) {
        if (!mayClose(by)) {
            throw new RuleBroken("plans.question-not-yours");
        }
        boolean closed = closedAt != null;
        closedAt = null;
        closedBy = null;
        return closed;
    }

    private boolean mayClose(Party by) {
        return by == askedAs || by == Party.COORDINATOR;
    }

    public QuestionId id() {
        return new QuestionId(id);
    }

    public ParticipantId participant() {
        return new ParticipantId(participantId);
    }

    public AccountId askedBy() {
        return new AccountId(askedBy);
    }

    public Party askedAs() {
        return askedAs;
    }

    public Party askedOf() {
        return askedOf;
    }

    public Turn turn() {
        return turn;
    }

    /** The municipality that takes part, as the participant's was when it was asked; null between coach and coordinator. */
    @Nullable
    String municipalityCode() {
        return municipalityCode;
    }

    /** Whether the municipality takes part. */
    public boolean municipal() {
        return askedAs == Party.CLIENT_MANAGER || askedOf == Party.CLIENT_MANAGER;
    }
}
