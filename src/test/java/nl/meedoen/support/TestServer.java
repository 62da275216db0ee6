package nl.meedoen.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one PostgreSQL server of this test run: embedded, in a container with {@code -Dtest.database=testcontainers},
 * or one that runs already with {@code -Dtest.database=host:port} (superuser {@code postgres}, password {@code test};
 * then with {@code -DforkCount=1}, since two processes would prepare that server at once).
 * The first two are thrown away after the last application context has closed.
 *
 * @param address host and port
 * @param password of the superuser {@code postgres}
 */
record TestServer(String address, String password) {

    private static final int CONNECTIONS = 300;

    static TestServer start() {
        String choice = System.getProperty("test.database", "embedded");
        if (choice.contains(":")) {
            return new TestServer(choice, TestDatabase.PASSWORD);
        }
        return choice.equals("testcontainers") ? container() : embedded();
    }

    String url(String database) {
        return "jdbc:postgresql://" + address + "/" + database;
    }

    private static TestServer embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    // the library's own hook would wait half a minute for connections that are still open
                    .setRegisterShutdownHook(false)
                    .setServerConfig("max_connections", String.valueOf(CONNECTIONS))
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("wal_level", "minimal")
                    .setServerConfig("max_wal_senders", "0")
                    .setServerConfig("shared_buffers", "64MB")
                    .setServerConfig("autovacuum_naptime", "30s")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return new TestServer("localhost:" + server.getPort(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestServer container() {
        var server = new PostgreSQLContainer("postgres:18")
                .withUsername("postgres")
                .withPassword("test")
                .withEnv("POSTGRES_INITDB_ARGS", "--locale-provider=builtin --builtin-locale=C.UTF-8")
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + CONNECTIONS);
        server.start();
        SpringApplication.getShutdownHandlers().add(server::stop);
        return new TestServer(server.getHost() + ":" + server.getFirstMappedPort(), server.getPassword());
    }
}
