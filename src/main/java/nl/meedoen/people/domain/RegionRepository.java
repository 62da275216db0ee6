package nl.meedoen.people.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Regions by id; the door reads its lists itself. */
public interface RegionRepository extends Repository<Region, UUID> {

    Optional<Region> findById(UUID id);

    Region saveAndFlush(Region region);
}
