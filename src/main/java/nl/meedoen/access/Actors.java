package nl.meedoen.access;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads an account as it stands now, in one statement. */
@Component
public class Actors {

    private static final String LOAD = """
            select a.name,
                   array(select role from account_role where account_id = a.id) roles,
                   array(select location_id from account_location where account_id = a.id) locations,
                   municipalities_of(a.id, ?) municipalities
            from account a where a.id = ? and a.status = 'ACTIVE'
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Actors(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The person behind the account; empty when it is blocked, not yet in use, or has no role left. */
    public Optional<Actor> find(AccountId id, @Nullable Role wanted) {
        return jdbc.sql(LOAD)
                .param(LocalDate.now(clock.withZone(Words.ZONE)))
                .param(id.value())
                .query((row, n) -> {
                    Set<Role> roles = EnumSet.noneOf(Role.class);
                    for (Object role : values(row.getArray("roles"))) {
                        roles.add(Role.valueOf(role.toString()));
                    }
                    Set<LocationId> locations = new LinkedHashSet<>();
                    for (Object location : values(row.getArray("locations"))) {
                        locations.add(new LocationId((UUID) location));
                    }
                    Set<String> municipalities = new LinkedHashSet<>();
                    for (Object municipality : values(row.getArray("municipalities"))) {
                        municipalities.add(municipality.toString());
                    }
                    String name = text(row.getString("name"));
                    Role role = wanted != null && roles.contains(wanted)
                            ? wanted
                            : roles.stream().findFirst().orElse(null);
                    return Optional.ofNullable(role).map(r -> new Actor(id, name, r, roles, locations, municipalities));
                })
                .optional()
                .flatMap(found -> found);
    }

    private static Object[] values(Array array) throws SQLException {
        return Arrays.copyOf((Object[]) array.getArray(), ((Object[]) array.getArray()).length, Object[].class);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
