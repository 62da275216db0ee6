package nl.meedoen.training.delivery.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.training.SessionId;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Sessions, always asked for through the scope of their group. */
public interface MeetingRepository extends Repository<Session, UUID> {

    String IN_SCOPE =
            "select s from Session s where s.id = :id and exists (select 1 from Cohort c where c.id = s.cohortId"
                    + " and (c.locationId in :locations or :trainer member of c.trainers))";

    @Query(IN_SCOPE)
    Optional<Session> find(UUID id, Collection<UUID> locations, UUID trainer);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(IN_SCOPE)
    Optional<Session> findLocked(UUID id, Collection<UUID> locations, UUID trainer);

    /** The session, if its group lies in the scope. */
    default Optional<Session> find(SessionId id, CohortScope scope) {
        return find(id.value(), scope.locations(), scope.trainer());
    }

    /** The same, and whoever else wants it locked waits until this transaction ends. */
    default Optional<Session> findLocked(SessionId id, CohortScope scope) {
        return findLocked(id.value(), scope.locations(), scope.trainer());
    }

    Session save(Session session);

    Session saveAndFlush(Session session);
}
