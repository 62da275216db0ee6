package nl.meedoen.placements.domain;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Openings by id, within the regions of whoever asks. */
public interface OpeningRepository extends Repository<Opening, UUID> {

    Optional<Opening> findByIdAndRegionIdIn(UUID id, Collection<UUID> regions);

    Opening saveAndFlush(Opening one);
}
