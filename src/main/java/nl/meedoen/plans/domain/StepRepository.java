package nl.meedoen.plans.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
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

    /** The open steps of a goal, in the order in which people put them. */
    @Query("select s.id from Step s where s.goalId = :goalId and s.status <> nl.meedoen.plans.StepStatus.DONE"
            + " order by s.position, s.id")
    List<UUID> openOrder(UUID goalId);

    /** Puts a step in its place; whoever is writing in it at the same time is not disturbed. */
    @Modifying
    @Query("update Step s set s.position = :position where s.id = :id and s.goalId = :goalId")
    void place(UUID id, UUID goalId, int position);

    @Query("select max(s.position) from Step s where s.goalId = :goalId")
    @Nullable
    Integer lastPosition(UUID goalId);
}
