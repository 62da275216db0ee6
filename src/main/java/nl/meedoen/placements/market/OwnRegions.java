package nl.meedoen.placements.market;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.RegionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The first wall around employers: the regions in which the actor's own locations lie. */
@Component
public class OwnRegions {

    /** The condition on a table with a column region_id; {@link #param} fills it. */
    public static final String CONDITION =
            " region_id = any(array(select l.region_id from location l where l.id = any(cast(:ownLocations as uuid[]))))";

    /** The regions one by one, as {@code own.region}, with the same parameter: for what is read in slices. */
    public static final String SLICES =
            "(select distinct l.region_id from location l where l.id = any(cast(:ownLocations as uuid[]))) own(region)";

    private final JdbcClient jdbc;

    OwnRegions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A region with its name. */
    public record Named(RegionId id, String name) {}

    /** The parameter {@code ownLocations} of {@link #CONDITION}. */
    public static String param(Actor actor) {
        return actor.locations().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** The actor's regions, by name. */
    public List<Named> of(Actor actor) {
        return jdbc.sql("""
                        select r.id, r.name from region r where r.id in
                            (select l.region_id from location l where l.id = any(cast(:ownLocations as uuid[])))
                        order by r.name
                        """)
                .param("ownLocations", param(actor))
                .query((row, n) -> new Named(new RegionId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    List<UUID> ids(Actor actor) {
        return of(actor).stream().map(region -> region.id().value()).toList();
    }
}
