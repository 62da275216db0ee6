package nl.meedoen.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import nl.meedoen.demo.accounts.DemoAccounts;
import nl.meedoen.demo.places.Aims;
import nl.meedoen.demo.places.Place;
import nl.meedoen.demo.places.Places;
import nl.meedoen.demo.places.Places.Municipality;
import nl.meedoen.demo.writing.Batch;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.demo.writing.Phrases;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Words;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database before the first page is served. The owner writes, in one transaction; as row-level security
 * is forced on the owner too and COPY does not go with it, it is not forced until that transaction ends.
 */
@Component
@Profile("demo")
class DemoLoading implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DemoLoading.class);

    private static final long SEED = 20_261_122;

    /** Any number that only this load uses: two instances that start together load once. */
    private static final long LOCK = 7_340_026;

    /** Openings are written before those who take them. */
    private static final String PLACES_TAKEN = """
            update opening o set taken = n.taken,
                state = case when o.state = 'OPEN' and n.taken >= o.places then 'FILLED' else o.state end
            from (select opening_id, count(*) taken from placement
                  where state in ('AGREED', 'RUNNING', 'FINISHED') group by opening_id) n
            where n.opening_id = o.id
            """;

    private final FlywayConnectionDetails owner;
    private final JdbcConnectionDetails application;
    private final PasswordEncoder passwords;
    private final Vault vault;
    private final Clock clock;
    private final int participants;
    private volatile boolean running;

    DemoLoading(
            FlywayConnectionDetails owner,
            JdbcConnectionDetails application,
            PasswordEncoder passwords,
            Vault vault,
            Clock clock,
            @Value("${meedoen.demo.participants:600}") int participants) {
        this.owner = owner;
        this.application = application;
        this.passwords = passwords;
        this.vault = vault;
        this.clock = clock;
        this.participants = participants;
    }

    @Override
    public void start() {
        running = true;
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            load(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("The demo data could not be loaded", e);
        }
    }

    private void load(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            try (ResultSet answer = sql.executeQuery("select exists (select 1 from account)")) {
                answer.next();
                if (answer.getBoolean(1)) {
                    return;
                }
            }
            long begin = System.nanoTime();
            List<String> forced = forced(sql);
            for (String table : forced) {
                sql.execute("alter table " + table + " no force row level security");
            }
            // What it keeps in step is written as it should be; one update a row would be most of the time.
            sql.execute("alter table consent disable trigger consent_decides_sharing");
            Batch batch = new Batch(connection.unwrap(PGConnection.class).getCopyAPI());
            int numbers = write(batch, municipalities(sql));
            batch.flush();
            sql.execute(PLACES_TAKEN);
            sql.execute("select setval('participant_number', " + numbers + ")");
            sql.execute("alter table consent enable trigger consent_decides_sharing");
            for (String table : forced) {
                sql.execute("alter table " + table + " force row level security");
            }
            for (Table table : Table.values()) {
                sql.execute("analyze " + table.sqlName());
            }
            log.info(
                    "Demo data: {} participants, {} rows in {} ms",
                    numbers,
                    batch.rows(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis());
        }
    }

    private int write(Batch batch, List<Municipality> municipalities) throws SQLException {
        Dice dice = new Dice(SEED);
        Desk desk = new Desk(
                LocalDate.now(clock.withZone(Words.ZONE)), clock.instant(), batch, vault, Phrases.read(), dice.split());
        List<Place> places = new Places(desk, municipalities).layOut(participants);
        new Aims(desk).set(places);
        String hash = String.valueOf(passwords.encode(DemoAccounts.PASSWORD));
        new Staff(desk, dice.split(), hash).hire(places, participants);
        DemoLoad load = new DemoLoad(desk, dice.split(), participants);
        for (Place place : places) {
            load.fill(place, dice.split(), place == places.get(0));
        }
        return load.numbers();
    }

    private static List<String> forced(Statement sql) throws SQLException {
        String names = String.join(
                ",",
                Arrays.stream(Table.values())
                        .map(table -> "'" + table.sqlName() + "'")
                        .toList());
        List<String> forced = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("select relname from pg_class where relforcerowsecurity"
                + " and relnamespace = 'public'::regnamespace and relname in (" + names + ") order by 1")) {
            while (rows.next()) {
                forced.add(rows.getString(1));
            }
        }
        return forced;
    }

    private static List<Municipality> municipalities(Statement sql) throws SQLException {
        List<Municipality> municipalities = new ArrayList<>();
        try (ResultSet rows = sql.executeQuery("select code, name, province from municipality order by code")) {
            while (rows.next()) {
                municipalities.add(new Municipality(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return municipalities;
    }

    private Connection connect() throws SQLException {
        String url = Objects.requireNonNullElse(owner.getJdbcUrl(), application.getJdbcUrl());
        return DriverManager.getConnection(url, owner.getUsername(), owner.getPassword());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts as one of the last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
