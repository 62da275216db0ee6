package nl.meedoen.plans.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Steps, always found together with the participant they belong to. */
public interface StepRepository extends Repository<Step, UUID> {

    Optional<Step> findByIdAndParticipantId(UUID id, UUID participantId);

    /** The same for a tick: when two people tick at once, the second waits and finds it done. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from Step s where s.id = :id and s.participantId = :participantId")
    Optional<Step> findForUpdate(UUID id, UUID participantId);

    @Query("select s from Step s where s.goalId = :goalId and s.status <> nl.meedoen.plans.StepStatus.DONE")
    List<Step> findOpen(UUID goalId);

    @Query("select max(s.position) from Step s where s.goalId = :goalId")
    @Nullable
    Integer lastPosition(UUID goalId);
}
