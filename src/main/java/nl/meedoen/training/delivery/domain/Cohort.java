package nl.meedoen.training.delivery.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.training.CohortId;
import nl.meedoen.webkit.RuleBroken;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** About twelve people who follow the training together. */
@Entity
public class Cohort {

    @Id
    private UUID id;

    private UUID locationId;
    private String name;
    private String place;

    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    private LocalTime startsAt;

    @JdbcTypeCode(SqlTypes.LOCAL_TIME)
    private LocalTime endsAt;

    private LocalDate startsOn;
    private LocalDate endsOn;
    private int capacity;
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "cohort_trainer", joinColumns = @JoinColumn(name = "cohort_id"))
    @Column(name = "account_id")
    private Set<UUID> trainers = new HashSet<>();

    @Version
    private long version;

    protected Cohort() {}

    /** A group that meets at this place and time, from the first session until the last. */
    public Cohort(
            CohortId id,
            LocationId location,
            String name,
            String place,
            LocalTime startsAt,
            LocalTime endsAt,
            LocalDate startsOn,
            LocalDate endsOn,
            int capacity,
            Set<AccountId> trainers,
            Instant createdAt) {
        if (!endsAt.isAfter(startsAt)) {
            throw new RuleBroken("training.ends-before-start");
        }
        this.id = id.value();
        this.locationId = location.value();
        this.name = name;
        this.place = place;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
        this.startsOn = startsOn;
        this.endsOn = endsOn;
        this.capacity = capacity;
        this.createdAt = createdAt;
        lead(trainers);
    }

    /** Changes what may change once the sessions are planned; members above a smaller capacity stay. */
    public void change(String newName, int newCapacity, Set<AccountId> newTrainers) {
        name = newName;
        capacity = newCapacity;
        lead(newTrainers);
    }

    private void lead(Set<AccountId> leaders) {
        if (leaders.isEmpty()) {
            throw new RuleBroken("training.trainer-needed");
        }
        trainers.retainAll(leaders.stream().map(AccountId::value).collect(Collectors.toSet()));
        leaders.forEach(trainer -> trainers.add(trainer.value()));
    }

    /** The sessions that are not cancelled now run from the first of these days until the second. */
    public void span(LocalDate first, LocalDate last) {
        startsOn = first;
        endsOn = last;
    }

    public CohortId id() {
        return new CohortId(id);
    }

    public LocationId location() {
        return new LocationId(locationId);
    }

    public String name() {
        return name;
    }

    public String place() {
        return place;
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public int capacity() {
        return capacity;
    }

    public Set<AccountId> trainers() {
        return trainers.stream().map(AccountId::new).collect(Collectors.toUnmodifiableSet());
    }

    public long version() {
        return version;
    }
}
