package nl.meedoen.training.delivery.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.privacy.SealedText;
import nl.meedoen.training.CohortId;
import nl.meedoen.training.SessionId;
import nl.meedoen.training.WorkFormId;
import nl.meedoen.webkit.RuleBroken;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One meeting of a group. */
@Entity
public class Session {

    /** When and where. */
    public record Slot(LocalDate on, LocalTime startsAt, LocalTime endsAt, String place) {

        /** Refuses an end that does not come after the start. */
        public Slot {
            if (!endsAt.isAfter(startsAt)) {
                throw new RuleBroken("training.ends-before-start");
            }
        }
    }

    @Id
    private UUID id;

    private UUID cohortId;
    private UUID locationId;
    private int number;
    private String title;
    private LocalDate heldOn;

    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    private LocalTime startsAt;

    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    private LocalTime endsAt;

    private String place;

    @Enumerated(EnumType.STRING)
    private SessionState state = SessionState.PLANNED;

    private @Nullable LocalDate movedFrom;

    @Convert(converter = SealedText.class)
    private @Nullable String reason;

    @ElementCollection
    @CollectionTable(name = "session_work_form", joinColumns = @JoinColumn(name = "session_id"))
    @OrderColumn(name = "position")
    @Column(name = "work_form_id")
    private List<UUID> workForms = new ArrayList<>();

    @Version
    private long version;

    protected Session() {}

    /** A planned session of a group. */
    public Session(SessionId id, Cohort cohort, int number, String title, Slot slot, List<WorkFormId> workForms) {
        this.id = id.value();
        this.cohortId = cohort.id().value();
        this.locationId = cohort.location().value();
        this.number = number;
        this.title = title;
        take(slot);
        describe(title, workForms);
    }

    /** Says what it is about and which work forms it uses, in their order. */
    public void describe(String newTitle, List<WorkFormId> newWorkForms) {
        title = newTitle;
        List<UUID> wanted = newWorkForms.stream().map(WorkFormId::value).toList();
        if (!wanted.equals(workForms)) {
            workForms.clear();
            workForms.addAll(wanted);
        }
    }

    /** Puts it on another day, hour or place. */
    public void move(Slot slot, String why) {
        stillPlanned();
        if (!slot.on().equals(heldOn)) {
            movedFrom = heldOn;
        }
        take(slot);
        reason = why;
    }

    /** It does not take place. */
    public void cancel(String why) {
        stillPlanned();
        state = SessionState.CANCELLED;
        reason = why;
    }

    /** It takes place after all. */
    public void reinstate() {
        if (state != SessionState.CANCELLED) {
            throw new RuleBroken("training.session-not-cancelled");
        }
        state = SessionState.PLANNED;
        reason = null;
    }

    /** It was held: somebody's attendance is known. Not before its day, and not when it was cancelled. */
    public void hold(LocalDate today) {
        if (state == SessionState.CANCELLED) {
            throw new RuleBroken("training.session-cancelled");
        }
        if (heldOn.isAfter(today)) {
            throw new RuleBroken("training.session-to-come");
        }
        state = SessionState.HELD;
    }

    private void stillPlanned() {
        if (state == SessionState.CANCELLED) {
            throw new RuleBroken("training.session-cancelled");
        }
        if (state == SessionState.HELD) {
            throw new RuleBroken("training.session-held");
        }
    }

    private void take(Slot slot) {
        heldOn = slot.on();
        startsAt = slot.startsAt();
        endsAt = slot.endsAt();
        place = slot.place();
    }

    public SessionId id() {
        return new SessionId(id);
    }

    public CohortId cohort() {
        return new CohortId(cohortId);
    }

    public UUID locationId() {
        return locationId;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    public Slot slot() {
        return new Slot(heldOn, startsAt, endsAt, place);
    }

    public SessionState state() {
        return state;
    }

    public @Nullable LocalDate movedFrom() {
        return movedFrom;
    }

    public @Nullable String reason() {
        return reason;
    }

    public List<WorkFormId> workForms() {
        return workForms.stream().map(WorkFormId::new).toList();
    }

    public long version() {
        return version;
    }
}
