package nl.meedoen.training.delivery.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.training.CohortId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Groups, always asked for through the asker's scope. */
public interface CohortRepository extends Repository<Cohort, UUID> {

    String IN_SCOPE = "select c from Cohort c where c.id = :id"
            + " and (c.locationId in :locations or :trainer member of c.trainers)";

    @Query(IN_SCOPE)
    Optional<Cohort> find(UUID id, Collection<UUID> locations, UUID trainer);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(IN_SCOPE)
    Optional<Cohort> findLocked(UUID id, Collection<UUID> locations, UUID trainer);

    /** The group, if it lies in the scope. */
    default Optional<Cohort> find(CohortId id, CohortScope scope) {
        return find(id.value(), scope.locations(), scope.trainer());
    }

    /** The same, and whoever else wants it locked waits until this transaction ends. */
    default Optional<Cohort> findLocked(CohortId id, CohortScope scope) {
        return findLocked(id.value(), scope.locations(), scope.trainer());
    }

    Cohort save(Cohort cohort);
}
