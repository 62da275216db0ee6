package nl.meedoen.plans.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Goals, always found together with the participant they belong to. */
public interface GoalRepository extends Repository<Goal, UUID> {

    Optional<Goal> findByIdAndParticipantId(UUID id, UUID participantId);

    /** The same for a change that must not fail when two people do it at once: the second waits for the first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select g from Goal g where g.id = :id and g.participantId = :participantId")
    Optional<Goal> findForUpdate(UUID id, UUID participantId);

    @Query("select max(g.position) from Goal g where g.planId = :planId")
    @Nullable
    Integer lastPosition(UUID planId);
}
