package nl.meedoen.placements.domain;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Employers by id, within the regions of whoever asks. */
public interface EmployerRepository extends Repository<Employer, UUID> {

    Optional<Employer> findByIdAndRegionIdIn(UUID id, Collection<UUID> regions);

    Employer saveAndFlush(Employer one);
}
