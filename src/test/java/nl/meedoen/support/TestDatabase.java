package nl.meedoen.support;

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
        return create(" template " + TEMPLATE + " strategy file_copy");
    }

    /** A database without any migration, owned by {@link #OWNER}. */
    public static TestDatabase createEmpty() {
        return create("");
    }

    private static TestDatabase create(String how) {
        TestServer here = server();
        String name = "meedoen_" + COUNT.incrementAndGet();
        run(here, "drop database if exists " + name + " with (force)");
        run(here, "create database " + name + " owner " + OWNER + how);
        run(here, "revoke all on database " + name + " from public");
        run(here, "grant connect on database " + name + " to " + APP);
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
        // a server that runs already may have had tests on it before
        if (exists(here, "select 1 from pg_database where datname = '" + TEMPLATE + "'")) {
            run(here, "alter database " + TEMPLATE + " is_template false");
            run(here, "drop database " + TEMPLATE + " with (force)");
        }
        for (String role : new String[] {OWNER, APP}) {
            if (!exists(here, "select 1 from pg_roles where rolname = '" + role + "'")) {
                run(here, "create role " + role);
            }
            run(here, "alter role " + role + " login nosuperuser nobypassrls password '" + PASSWORD + "'");
        }
        run(here, "create database " + TEMPLATE + " owner " + OWNER);
        Flyway.configure()
                .dataSource(here.url(TEMPLATE), OWNER, PASSWORD)
                .locations("classpath:db/migration")
                .placeholders(Map.of("app", APP))
                .load()
                .migrate();
        run(here, "alter database " + TEMPLATE + " is_template true");
    }

    private static boolean exists(TestServer here, String query) {
        return !administration(here).sql(query).query().listOfRows().isEmpty();
    }

    private static synchronized void run(TestServer here, String sql) {
        administration(here).sql(sql).update();
    }

    private static JdbcClient administration(TestServer here) {
        return JdbcClient.create(new DriverManagerDataSource(here.url("postgres"), SUPERUSER, here.password()));
    }
}
