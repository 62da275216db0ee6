package nl.meedoen.placements.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Placements of a participant whom the asker was found to reach. */
public interface PlacementRepository extends Repository<Placement, UUID> {

    Optional<Placement> findByIdAndParticipantId(UUID id, UUID participant);

    Placement saveAndFlush(Placement one);
}
