package nl.meedoen.plans.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.AppointmentId;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;

/** When and where they meet. What has begun is neither moved nor cancelled. */
@Entity
public class Appointment {

    @Id
    private UUID id;

    private UUID participantId;

    private Instant startsAt;

    private int minutes;

    private String title;

    private @Nullable String place;

    private @Nullable Instant cancelledAt;

    private @Nullable UUID cancelledBy;

    private Instant createdAt;

    private UUID createdBy;

    @Version
    private long version;

    protected Appointment() {}

    /** An appointment to come. */
    public Appointment(AppointmentId id, ParticipantId participant, AppointmentText text, AccountId by, Instant now) {
        this.id = id.value();
        this.participantId = participant.value();
        this.createdBy = by.value();
        this.createdAt = now;
        write(text, now);
    }

    /** Puts it on another day or hour, or at another place. */
    public void move(AppointmentText text, Instant now) {
        checkToCome(now);
        write(text, now);
    }

    /**
     * Calls it off; twice is once.
     *
     * @return whether anything changed
     */
    public boolean cancel(AccountId by, Instant now) {
        if (cancelledAt != null) {
            return false;
        }
        checkToCome(now);
        cancelledAt = now;
        cancelledBy = by.value();
        return true;
    }

    /** It goes on after all. */
    public void restore() {
        cancelledAt = null;
        cancelledBy = null;
    }

    private void checkToCome(Instant now) {
        if (cancelledAt != null || !startsAt.isAfter(now)) {
            throw new RuleBroken("plans.appointment-over");
        }
    }

    private void write(AppointmentText text, Instant now) {
        Instant begin = text.startsAt().atZone(Words.ZONE).toInstant();
        if (!begin.isAfter(now)) {
            throw new RuleBroken("plans.appointment-in-past");
        }
        startsAt = begin;
        minutes = text.minutes();
        title = text.title();
        place = text.place();
    }

    public AppointmentId id() {
        return new AppointmentId(id);
    }

    public Instant startsAt() {
        return startsAt;
    }

    public AppointmentText text() {
        return new AppointmentText(LocalDateTime.ofInstant(startsAt, Words.ZONE), minutes, title, place);
    }

    public boolean cancelled() {
        return cancelledAt != null;
    }

    public boolean toCome(Instant now) {
        return cancelledAt == null && startsAt.isAfter(now);
    }

    public long version() {
        return version;
    }
}
