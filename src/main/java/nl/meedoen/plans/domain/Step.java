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
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.StepId;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.StepStatus;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** One thing to do for a goal. */
@Entity
public class Step {

    @Id
    private UUID id;

    private UUID goalId;

    private UUID participantId;

    private String title;

    @Enumerated(EnumType.STRING)
    private StepOwner owner;

    private @Nullable LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    private StepStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable StepStatus statusBefore;

    @Convert(converter = SealedText.class)
    private @Nullable String note;

    private @Nullable LocalDate doneOn;

    private @Nullable Instant doneAt;

    private @Nullable UUID doneBy;

    private int position;

    private Instant createdAt;

    private UUID createdBy;

    @Version
    private long version;

    protected Step() {}

    /** A new step of a goal, not started. */
    public Step(StepId id, Goal goal, StepText text, int position, AccountId by, Instant at) {
        this.id = id.value();
        this.goalId = goal.id().value();
        this.participantId = goal.participant().value();
        this.status = StepStatus.NOT_STARTED;
        this.position = position;
        this.createdBy = by.value();
        this.createdAt = at;
        write(text);
    }

    /** Says it in other words. */
    public void reword(StepText text) {
        write(text);
    }

    /**
     * Says how the step stands. Done twice is done once: the first day and person stay.
     *
     * @return whether anything changed
     */
    public boolean mark(StepStatus to, AccountId by, LocalDate on, Instant at) {
        if (status == to) {
            return false;
        }
        if (to == StepStatus.DONE) {
            statusBefore = status;
            doneOn = on;
            doneAt = at;
            doneBy = by.value();
        } else {
            forgetDone();
        }
        status = to;
        return true;
    }

    /**
     * Takes the tick back; the step stands as it stood before.
     *
     * @return whether anything changed
     */
    public boolean undo() {
        if (status != StepStatus.DONE) {
            return false;
        }
        status = statusBefore == null ? StepStatus.BUSY : statusBefore;
        forgetDone();
        return true;
    }

    /** Goes along to the goal that its own one became. */
    public void follow(GoalId to) {
        goalId = to.value();
    }

    private void forgetDone() {
        statusBefore = null;
        doneOn = null;
        doneAt = null;
        doneBy = null;
    }

    private void write(StepText text) {
        title = text.title();
        owner = text.owner();
        dueOn = text.dueOn();
        note = text.note();
    }

    public StepId id() {
        return new StepId(id);
    }

    public GoalId goal() {
        return new GoalId(goalId);
    }

    public String title() {
        return title;
    }

    public StepText text() {
        return new StepText(title, owner, dueOn, note);
    }

    public StepStatus status() {
        return status;
    }

    public @Nullable LocalDate doneOn() {
        return doneOn;
    }

    public long version() {
        return version;
    }
}
