package nl.meedoen.people.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Coaches by account, as far as row-level security shows them. */
public interface CoachRepository extends Repository<Coach, UUID> {

    Optional<Coach> findById(UUID account);

    Coach saveAndFlush(Coach coach);
}
