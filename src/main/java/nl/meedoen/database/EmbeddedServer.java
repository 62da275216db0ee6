package nl.meedoen.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One PostgreSQL server with its files under one folder, started and stopped with the application. */
final class EmbeddedServer implements AutoCloseable {

    static final String DATABASE = "meedoen";
    static final String OWNER = "meedoen_owner";
    static final String APPLICATION = "meedoen_app";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BREATH = Duration.ofMillis(500);
    private static final int ANY_PORT = 0;

    private final DataFolder folder;
    private final int port;
    private EmbeddedPostgres postgres;
    private boolean closed;

    private EmbeddedServer(DataFolder folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
        this.port = postgres.getPort();
    }

    /**
     * Starts the server on this folder, recovering what an earlier run left, and makes the database and its two roles
     * where they are missing.
     *
     * @throws DatabaseUnavailable when another process has the folder, or the server does not start
     */
    static EmbeddedServer start(Path home) {
        long begin = System.nanoTime();
        DataFolder folder = DataFolder.open(home);
        EmbeddedPostgres postgres = null;
        try {
            LeftoverServer.stop(folder.cluster());
            folder.checkCluster();
            folder.turnLog();
            postgres = launch(folder, ANY_PORT);
            EmbeddedServer server = new EmbeddedServer(folder, postgres);
            server.furnish();
            folder.markFinished();
            server.watch();
            log.info(
                    "Database ready on port {} in {} ms, data in {}",
                    postgres.getPort(),
                    Duration.ofNanos(System.nanoTime() - begin).toMillis(),
                    folder.cluster());
            return server;
        } catch (IOException | SQLException | IllegalStateException e) {
            stop(postgres);
            folder.close();
            throw new DatabaseUnavailable(
                    "The database server does not start on " + folder.cluster() + "; " + folder.log() + " says why.",
                    e);
        } catch (DatabaseUnavailable e) {
            stop(postgres);
            folder.close();
            throw e;
        }
    }

    /** The address of the database for the driver, without role or password. */
    String url() {
        return "jdbc:postgresql://localhost:" + port + "/" + DATABASE;
    }

    /** The role that owns the database and its tables; for migrations only. */
    Credentials owner() {
        return new Credentials(OWNER, folder.password(OWNER));
    }

    /** The role that the application works with; it owns nothing. */
    Credentials application() {
        return new Credentials(APPLICATION, folder.password(APPLICATION));
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop(postgres);
        folder.close();
    }

    /** A server that is killed comes back on the same port, so that the pool heals by itself. */
    private void watch() {
        LeftoverServer.find(folder.cluster())
                .ifPresent(process -> process.onExit().thenRunAsync(this::revive));
    }

    private synchronized void revive() {
        while (!closed) {
            log.error("The database server stopped by itself; starting it again");
            stop(postgres);
            try {
                wait(BREATH.toMillis());
                if (!closed) {
                    postgres = launch(folder, port);
                    log.warn("The database server is back");
                    watch();
                }
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | IllegalStateException e) {
                log.error("The database server does not come back; {} says why", folder.log());
            }
        }
    }

    private static void stop(@Nullable EmbeddedPostgres postgres) {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                log.warn("The database server did not stop cleanly; it recovers at the next start", e);
            }
        }
    }

    private static EmbeddedPostgres launch(DataFolder folder, int port) throws IOException {
        String password = folder.password(SUPERUSER);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        if (port != ANY_PORT) {
            builder.setPort(port);
        }
        return builder.setOverrideWorkingDirectory(folder.programs().toFile())
                .setDataDirectory(folder.cluster())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(
                        ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "reject")
                .setLocaleConfig("pwfile", folder.passwordFile(SUPERUSER).toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password)
                // the library is made for throw-away data and starts with both of these off
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                // a refused statement would bring people's data into the log
                .setServerConfig("log_min_messages", "log")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_checkpoints", "off")
                .start();
    }

    private void furnish() throws SQLException {
        DataSource administration = postgres.getPostgresDatabase();
        try (Connection connection = administration.getConnection()) {
            mustBeOn(connection, "fsync");
            mustBeOn(connection, "synchronous_commit");
            mustBeOn(connection, "full_page_writes");
            role(connection, owner());
            role(connection, application());
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                run(connection, "create database " + DATABASE + " owner " + OWNER);
            }
            run(connection, "revoke all on database " + DATABASE + " from public");
            run(connection, "grant connect on database " + DATABASE + " to " + APPLICATION);
        }
    }

    private static void mustBeOn(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("show " + setting)) {
            if (!answer.next() || !"on".equals(answer.getString(1))) {
                throw new DatabaseUnavailable(
                        "The database server runs without " + setting + ", so a power failure could lose data.");
            }
        }
    }

    private static void role(Connection connection, Credentials credentials) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", credentials.role())) {
            run(connection, "create role " + credentials.role());
        }
        run(
                connection,
                "alter role " + credentials.role()
                        + " login nosuperuser nobypassrls nocreaterole nocreatedb noreplication password '"
                        + credentials.password() + "'");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
