package nl.meedoen.people.web;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Sectors;
import nl.meedoen.people.SpokenLanguages;
import nl.meedoen.people.VogState;
import nl.meedoen.people.domain.Coach;
import nl.meedoen.people.domain.CoachRepository;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One coach of the own locations: read for the page, and changed with its form. */
@Component
@Transactional
class CoachRecords {

    /** A coach as the page shows one; codes of languages and sectors. */
    record CoachView(
            AccountId id,
            String name,
            String email,
            String status,
            LocationId location,
            String locationName,
            @Nullable String municipality,
            List<String> languages,
            List<String> sectors,
            int capacity,
            @Nullable String availability,
            @Nullable String network,
            @Nullable LocalDate vogOn,
            @Nullable LocalDate vogUntil,
            VogState vog,
            long version) {

        public CoachForm form() {
            return new CoachForm(
                    version,
                    location.toString(),
                    municipality,
                    new TreeSet<>(languages),
                    new TreeSet<>(sectors),
                    capacity,
                    availability,
                    network,
                    vogOn,
                    vogUntil);
        }
    }

    private final CoachRepository coaches;
    private final Trail trail;
    private final Vault vault;
    private final Words words;
    private final JdbcClient jdbc;

    CoachRecords(CoachRepository coaches, Trail trail, Vault vault, Words words, JdbcClient jdbc) {
        this.coaches = coaches;
        this.trail = trail;
        this.vault = vault;
        this.words = words;
        this.jdbc = jdbc;
    }

    /** @throws NotFound for a coach of another location, as for one that does not exist */
    CoachView open(Actor actor, AccountId coach) {
        CoachView found = find(actor, coach);
        trail.note(actor, Trail.Action.OPENED, "people.coach", coach.value());
        return found;
    }

    /** @throws StaleVersion when somebody saved another version in the meantime */
    void change(Actor actor, AccountId id, CoachForm form, LocationId location, @Nullable String municipality) {
        find(actor, id);
        Coach coach = coaches.findById(id.value()).orElseThrow(NotFound::new);
        StaleVersion.check(coach.version(), form.version() == null ? -1 : form.version());
        coach.settle(location, municipality);
        Set<String> languages = CoachBoxes.known(form.chosenLanguages(), SpokenLanguages.CODES);
        coach.knows(languages, CoachBoxes.known(form.chosenSectors(), Sectors.CODES), form.network());
        coach.offers(form.capacity() == null ? 0 : form.capacity(), form.availability());
        coach.certified(form.vogOn(), form.vogUntil());
        coaches.saveAndFlush(coach);
        trail.note(actor, Trail.Action.CHANGED, "people.coach", id.value());
    }

    /** What is known of a coach who was just invited. */
    void begin(AccountId id, @Nullable String municipality, Set<String> languages, @Nullable Integer capacity) {
        Coach coach = coaches.findById(id.value()).orElseThrow(NotFound::new);
        coach.settle(coach.location(), municipality);
        coach.knows(CoachBoxes.known(languages, SpokenLanguages.CODES), Set.of(), null);
        if (capacity != null) {
            coach.offers(capacity, null);
        }
        coaches.saveAndFlush(coach);
    }

    /** As {@link #open}, without a line in the trail: for a form that is sent. */
    CoachView find(Actor actor, AccountId coach) {
        return jdbc.sql("""
                        select c.*, a.name, a.email, a.status, l.name location_name, m.name municipality
                        from coach_profile c join account a on a.id = c.account_id
                        join location l on l.id = c.location_id
                        left join municipality m on m.code = c.municipality_code
                        where c.account_id = ? and c.location_id = any(cast(? as uuid[]))
                        """)
                .param(coach.value())
                .param(Organisation.array(actor.locations()))
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private CoachView view(ResultSet row) throws SQLException {
        LocalDate on = row.getObject("vog_on", LocalDate.class);
        LocalDate until = row.getObject("vog_until", LocalDate.class);
        return new CoachView(
                new AccountId(row.getObject("account_id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("status"),
                new LocationId(row.getObject("location_id", UUID.class)),
                row.getString("location_name"),
                row.getString("municipality"),
                values(row.getArray("languages")),
                values(row.getArray("sectors")),
                row.getInt("capacity"),
                row.getString("availability"),
                vault.open(row.getBytes("network")),
                on,
                until,
                VogState.of(on, until, words.today()),
                row.getLong("version"));
    }

    private static List<String> values(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
