package nl.meedoen.training.programme.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Tips, always asked for together with the work form that they belong to. */
public interface TipRepository extends Repository<Tip, UUID> {

    @Query("select t from Tip t where t.id = :id and t.workFormId = :workForm")
    Optional<Tip> find(UUID id, UUID workForm);

    Tip save(Tip tip);
}
