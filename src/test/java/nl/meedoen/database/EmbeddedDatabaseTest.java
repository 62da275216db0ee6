package nl.meedoen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {

    private static final int SOCKET_LINE = 4;

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasCommittedWhenTheServerIsKilled() throws Exception {
        Path home = folder.resolve("data");
        try (EmbeddedServer server = EmbeddedServer.start(home)) {
            as(server, server.owner()).sql("create table kept (id int)").update();
            as(server, server.owner()).sql("insert into kept values (1), (2)").update();

            secondStartIsRefusedAndTouchesNothing(home, server);

            ProcessHandle process = process(home);
            process.destroyForcibly();
            process.onExit().get(10, TimeUnit.SECONDS);
        }
        try (EmbeddedServer server = EmbeddedServer.start(home)) {
            assertThat(as(server, server.owner())
                            .sql("select count(*) from kept")
                            .query()
                            .singleValue())
                    .isEqualTo(2L);
        }
    }

    private static void secondStartIsRefusedAndTouchesNothing(Path home, EmbeddedServer running) {
        assertThatThrownBy(() -> EmbeddedServer.start(home))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("already running on the data folder");
        assertThat(as(running, running.application()).sql("select 1").query().singleValue())
                .isEqualTo(1);
    }

    @Test
    void isPrivateAndDurable() throws Exception {
        Path home = folder.resolve("data");
        try (EmbeddedServer server = EmbeddedServer.start(home)) {
            assertThat(rights(home)).isEqualTo("rwx------");
            assertThat(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                            .get(SOCKET_LINE))
                    .as("unix socket")
                    .isEmpty();
            assertThat(rights(home.resolve("meedoen_app.password"))).isEqualTo("rw-------");
            JdbcClient application = as(server, server.application());
            for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
                assertThat(application.sql("show " + setting).query().singleValue())
                        .isEqualTo("on");
            }
            assertThat(application.sql("show password_encryption").query().singleValue())
                    .isEqualTo("scram-sha-256");
            assertThatThrownBy(() -> as(server, new Credentials("postgres", "wrong"))
                            .sql("select 1")
                            .query()
                            .singleValue())
                    .rootCause()
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedUntouched() throws Exception {
        Path cluster = Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "16\n");
        assertThatThrownBy(() -> EmbeddedServer.start(folder.resolve("data")))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("written by PostgreSQL 16");
        assertThat(cluster).isDirectoryContaining("glob:**PG_VERSION").isNotEmptyDirectory();
    }

    private static ProcessHandle process(Path home) throws Exception {
        long pid = Long.parseLong(Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(0)
                .trim());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static String rights(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static JdbcClient as(EmbeddedServer server, Credentials credentials) {
        return JdbcClient.create(new DriverManagerDataSource(server.url(), credentials.role(), credentials.password()));
    }
}
