package nl.meedoen.plans.domain;

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
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.text.GoalText;
import nl.meedoen.privacy.SealedText;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;

/** What somebody wants to reach. It is open until it was achieved, adjusted or dropped; an ended goal does not change. */
@Entity
public class Goal {

    @Id
    private UUID id;

    private UUID planId;

    private UUID participantId;

    @Enumerated(EnumType.STRING)
    private GoalDomain domain;

    private String title;

    @Convert(converter = SealedText.class)
    private @Nullable String why;

    @Convert(converter = SealedText.class)
    private @Nullable String measure;

    private @Nullable LocalDate targetOn;

    @Enumerated(EnumType.STRING)
    private GoalState state;

    private @Nullable Instant stateAt;

    private @Nullable UUID stateBy;

    @Convert(converter = SealedText.class)
    private @Nullable String reason;

    private @Nullable UUID replacedBy;

    private int position;

    private Instant createdAt;

    private UUID createdBy;

    @Version
    private long version;

    protected Goal() {}

    /** A new open goal at a place in the plan. */
    public Goal(GoalId id, Plan plan, GoalText text, int position, AccountId by, Instant at) {
        this.id = id.value();
        this.planId = plan.id();
        this.participantId = plan.participant().value();
        this.state = GoalState.OPEN;
        this.position = position;
        this.createdBy = by.value();
        this.createdAt = at;
        write(text);
    }

    /** Says it in other words. */
    public void reword(GoalText text) {
        checkOpen();
        write(text);
    }

    /** It was reached. */
    public void achieve(AccountId by, Instant at) {
        end(GoalState.ACHIEVED, null, by, at);
    }

    /** It was given up, for a reason. */
    public void drop(String why, AccountId by, Instant at) {
        end(GoalState.DROPPED, why, by, at);
    }

    /** It became another goal, for a reason. */
    public void replace(GoalId by, String why, AccountId who, Instant at) {
        end(GoalState.ADJUSTED, why, who, at);
        replacedBy = by.value();
    }

    /** It is open again; a goal that became another one stays what it is. */
    public void reopen() {
        if (state == GoalState.OPEN) {
            return;
        }
        if (replacedBy != null) {
            throw new RuleBroken("plans.goal-replaced");
        }
        state = GoalState.OPEN;
        stateAt = null;
        stateBy = null;
        reason = null;
    }

    /** Refuses when the goal has ended. */
    public void checkOpen() {
        if (state != GoalState.OPEN) {
            throw new RuleBroken("plans.goal-not-open");
        }
    }

    private void end(GoalState how, @Nullable String why, AccountId by, Instant at) {
        checkOpen();
        state = how;
        stateAt = at;
        stateBy = by.value();
        reason = why;
    }

    private void write(GoalText text) {
        domain = text.domain();
        title = text.title();
        why = text.why();
        measure = text.measure();
        targetOn = text.targetOn();
    }

    public GoalId id() {
        return new GoalId(id);
    }

    public UUID planId() {
        return planId;
    }

    public ParticipantId participant() {
        return new ParticipantId(participantId);
    }

    public String title() {
        return title;
    }

    public GoalText text() {
        return new GoalText(domain, title, why, measure, targetOn);
    }

    public GoalState state() {
        return state;
    }

    public @Nullable String reason() {
        return reason;
    }

    public int position() {
        return position;
    }

    public long version() {
        return version;
    }
}
