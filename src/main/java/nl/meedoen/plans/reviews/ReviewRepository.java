package nl.meedoen.plans.reviews;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reviews, always found together with the participant or the enrolment they belong to. */
public interface ReviewRepository extends Repository<Review, UUID> {

    Optional<Review> findByIdAndParticipantId(UUID id, UUID participantId);

    /** All of one enrolment, the first one first. */
    @Query("select r from Review r where r.enrolmentId = :enrolment order by r.dueOn, r.id")
    List<Review> ofEnrolment(UUID enrolment);

    Review saveAndFlush(Review review);

    void delete(Review review);

    void flush();
}
