package nl.meedoen.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database of one's own, cloned from a template that was migrated once in this run. Tests work as {@link #APP}, the
 * application's role, so that row-level security holds for them as it does for the application.
 *
 * @param name of the clone on the server
 * @param url for the driver, without role or password
 */
public record TestDatabase(String name, String url) {

    /** The application's role: owns nothing. */
    public static final String APP = "meedoen_app";
    /** The role that owns the tables; not a superuser, and forced under row-level security like everybody. */
    public static final String OWNER = "meedoen_owner";
    /** The password of both roles. */
    public static final String PASSWORD = "test";

    private static final String SUPERUSER = "postgres";
    private static final String TEMPLATE = "meedoen_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static @Nullable TestServer server;

    /** A fresh clone with all migrations in it. */
    public static TestDatabase create() {
        TestServer here = server();
        String name = "meedoen_" + COUNT.incrementAndGet();
        run(
                here,
                SUPERUSER,
                "create database " + name + " template " + TEMPLATE + " owner " + OWNER + " strategy file_copy");
        run(here, SUPERUSER, "revoke all on database " + name + " from public");
        run(here, SUPERUSER, "grant connect on database " + name + " to " + APP);
        return new TestDatabase(name, here.url(name));
    }

    /** A database without any migration, owned by {@link #OWNER}. */
    public static TestDatabase createEmpty() {
        TestServer here = server();
        String name = "meedoen_" + COUNT.incrementAndGet();
        run(here, SUPERUSER, "create database " + name + " owner " + OWNER);
        return new TestDatabase(name, here.url(name));
    }

    /** Access as the application's role. */
    public JdbcClient application() {
        return client(APP, PASSWORD);
    }

    /** Access as the role that owns the tables. */
    public JdbcClient owner() {
        return client(OWNER, PASSWORD);
    }

    /** Access that sees every row: the server's superuser. */
    public OwnerJdbc everything() {
        return new OwnerJdbc(client(SUPERUSER, server().password()));
    }

    /** Access as the owner of the database at this address. */
    public static JdbcClient owner(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, OWNER, PASSWORD));
    }

    /** Superuser's password on this server; may be empty. */
    public static String superuserPassword() {
        return server().password();
    }

    private JdbcClient client(String role, String password) {
        return JdbcClient.create(new DriverManagerDataSource(url, role, password));
    }

    private static synchronized TestServer server() {
        TestServer running = server;
        if (running == null) {
            running = TestServer.start();
            makeTemplate(running);
            server = running;
        }
        return running;
    }

    private static void makeTemplate(TestServer here) {
        for (String role : new String[] {OWNER, APP}) {
            run(here, SUPERUSER, "create role " + role + " login nosuperuser nobypassrls password '" + PASSWORD + "'");
        }
        run(here, SUPERUSER, "create database " + TEMPLATE + " owner " + OWNER);
        Flyway.configure()
                .dataSource(here.url(TEMPLATE), OWNER, PASSWORD)
                .locations("classpath:db/migration")
                .placeholders(Map.of("app", APP))
                .load()
                .migrate();
        run(here, SUPERUSER, "alter database " + TEMPLATE + " is_template true");
    }

    private static synchronized void run(TestServer here, String role, String sql) {
        var source = new DriverManagerDataSource(here.url("postgres"), role, here.password());
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
