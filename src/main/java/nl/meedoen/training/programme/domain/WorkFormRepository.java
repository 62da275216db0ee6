package nl.meedoen.training.programme.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The library belongs to everybody who may read it, so no scope narrows it. */
public interface WorkFormRepository extends Repository<WorkForm, UUID> {

    @Query("select w from WorkForm w where w.id = :id")
    Optional<WorkForm> find(UUID id);

    WorkForm save(WorkForm workForm);
}
