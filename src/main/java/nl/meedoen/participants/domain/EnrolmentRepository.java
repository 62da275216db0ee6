package nl.meedoen.participants.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Enrolments of a participant whom the asker reaches. */
public interface EnrolmentRepository extends Repository<Enrolment, UUID> {

    /** The run that is open, or else the last one; ids grow with time. */
    @Query("""
            select e from Enrolment e where e.participantId = :participant
            order by case when e.status in (nl.meedoen.participants.registration.EnrolmentStatus.REGISTERED,
                nl.meedoen.participants.registration.EnrolmentStatus.INTAKE, nl.meedoen.participants.registration.EnrolmentStatus.ACTIVE) then 0 else 1 end,
                e.id desc limit 1
            """)
    Optional<Enrolment> latest(UUID participant);

    Enrolment save(Enrolment enrolment);
}
