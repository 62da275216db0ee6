package nl.meedoen.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.people.domain.Coach;
import nl.meedoen.people.domain.CoachRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The volunteers who coach, and what they can do. */
@Service
@Transactional(readOnly = true)
public class Coaches {

    private static final String PROFILES = """
            select c.account_id, a.name, c.location_id, c.municipality_code, c.languages, c.sectors, c.capacity,
                   c.availability, c.vog_on, c.vog_until
            from coach_profile c join account a on a.id = c.account_id
            where exists (select 1 from account_role r where r.account_id = a.id and r.role = 'COACH')
            """;

    /** Sorted after it was cut short, so that the number of coaches does not count. */
    private static final String NAMES = """
            select * from (
                select a.id, a.name from coach_profile c join account a on a.id = c.account_id
                where a.status = 'ACTIVE' and c.location_id = any(cast(? as uuid[])) limit ?) found
            order by name collate dutch, id
            """;

    private final CoachRepository coaches;
    private final JdbcClient jdbc;

    Coaches(CoachRepository coaches, JdbcClient jdbc) {
        this.coaches = coaches;
        this.jdbc = jdbc;
    }

    /** Coaches with a working account at these locations, by name. */
    public List<CoachProfile> profilesAt(Set<LocationId> locations) {
        return jdbc.sql(
                        PROFILES
                                + " and a.status = 'ACTIVE' and c.location_id = any(cast(? as uuid[])) order by a.name collate dutch, a.id")
                .param(Organisation.array(locations))
                .query((row, n) -> profile(row))
                .list();
    }

    /** A coach in a list to choose from. */
    public record Named(AccountId account, String name) {}

    /** Names of coaches with a working account at these locations, by name; whichever are found first where there are more. */
    public List<Named> named(Set<LocationId> locations, int most) {
        return jdbc.sql(NAMES)
                .param(Organisation.array(locations))
                .param(most)
                .query((row, n) -> new Named(new AccountId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    /** One coach, whatever the state of the account, as far as the asker may see the profile. */
    public Optional<CoachProfile> profile(AccountId coach) {
        return jdbc.sql(PROFILES + " and c.account_id = ?")
                .param(coach.value())
                .query((row, n) -> profile(row))
                .optional();
    }

    /** Makes a profile for a coach's account, or changes it; what the coach's network is stays as it was. */
    @Transactional
    public void saveProfile(CoachProfile profile) {
        Coach coach = coaches.findById(profile.account().value())
                .orElseGet(() -> new Coach(profile.account(), profile.locationId()));
        coach.settle(profile.locationId(), profile.municipalityCode());
        coach.knows(profile.languages(), profile.sectors(), coach.network());
        coach.offers(profile.capacity(), profile.availability());
        coach.certified(profile.vogOn(), profile.vogUntil());
        coaches.saveAndFlush(coach);
    }

    private static CoachProfile profile(ResultSet row) throws SQLException {
        return new CoachProfile(
                new AccountId(row.getObject(1, UUID.class)),
                row.getString(2),
                new LocationId(row.getObject(3, UUID.class)),
                row.getString(4),
                texts(row.getArray(5)),
                texts(row.getArray(6)),
                row.getInt(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
