package nl.meedoen.training.delivery.domain;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.LocationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose groups somebody may see: a coordinator those of the own locations, a trainer the own ones, others none.
 *
 * @param trainer the account, or nobody's id for who is no trainer
 */
public record CohortScope(List<UUID> locations, UUID trainer) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** A condition on {@code cohort c} with the parameters that {@link #bind} fills. */
    public static final String SQL = """
             (c.location_id = any(cast(:scopeLocations as uuid[]))
              or c.id = any(array(select cohort_id from cohort_trainer where account_id = :scopeTrainer))) \
            """;

    /** What this person may see in the role that they act in. */
    public static CohortScope of(Actor actor) {
        return switch (actor.role()) {
            case COORDINATOR ->
                new CohortScope(
                        actor.locations().stream().map(LocationId::value).toList(), NOBODY);
            case TRAINER -> new CohortScope(List.of(), actor.id().value());
            default -> new CohortScope(List.of(), NOBODY);
        };
    }

    /** Whether the actor plans groups at this place. */
    public static boolean runs(Actor actor, LocationId location) {
        return actor.role() == Role.COORDINATOR && actor.locations().contains(location);
    }

    /** Fills the parameters of {@link #SQL}. */
    public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement
                .param(
                        "scopeLocations",
                        locations.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .param("scopeTrainer", trainer);
    }
}
