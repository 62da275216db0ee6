package nl.meedoen.plans.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Plans, one per enrolment. */
public interface PlanRepository extends Repository<Plan, UUID> {

    Optional<Plan> findByEnrolmentId(UUID enrolmentId);
}
