package nl.meedoen.plans.questions;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Questions, always found together with the participant they are about. */
public interface QuestionRepository extends Repository<Question, UUID> {

    /** Two who speak at once speak one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select q from Question q where q.id = :id and q.participantId = :participantId")
    Optional<Question> findForUpdate(UUID id, UUID participantId);

    Question saveAndFlush(Question question);
}
