package nl.meedoen.participants.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Participants; whoever asks has been let in by {@code Dossiers.reach} before. */
public interface ParticipantRepository extends Repository<Participant, UUID> {

    Optional<Participant> findById(UUID id);

    Participant save(Participant participant);

    /** Writes what is pending, before plain SQL reads it. */
    void flush();
}
