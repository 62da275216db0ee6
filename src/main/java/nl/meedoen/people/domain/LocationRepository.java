package nl.meedoen.people.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Locations by id; the door reads its lists itself. */
public interface LocationRepository extends Repository<Location, UUID> {

    Optional<Location> findById(UUID id);

    Location saveAndFlush(Location location);
}
