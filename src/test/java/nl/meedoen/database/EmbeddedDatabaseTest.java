package nl.meedoen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedDatabaseTest {

    private static final int SOCKET_LINE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasCommittedWhenTheServerIsKilled() throws Exception {
        Path home = folder.resolve("data");
        try (EmbeddedServer server = EmbeddedServer.start(home)) {
            as(server, server.owner()).sql("create table kept (id int)").update();
            as(server, server.owner()).sql("insert into kept values (1), (2)").update();

            secondStartIsRefusedAndTouchesNothing(home, server);

            kill(process(home));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> Integer.valueOf(1)
                            .equals(as(server, server.application())
                                    .sql("select 1")
                                    .query()
                                    .singleValue()));
            assertThat(as(server, server.owner())
                            .sql("select count(*) from kept")
                            .query()
                            .singleValue())
                    .as("the server came back by itself")
                    .isEqualTo(2L);
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

    @Test
    void theServerOfAKilledApplicationIsStopped() throws Exception {
        Path home = folder.resolve("data");
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
        Path committed = folder.resolve("committed");
        Awaitility.await().atMost(PATIENCE).until(() -> Files.exists(committed));
        ProcessHandle left = process(home);
        kill(application.toHandle());
        assertThat(left.isAlive()).isTrue();
        try (EmbeddedServer server = EmbeddedServer.start(home)) {
            assertThat(left.isAlive()).isFalse();
            assertThat(as(server, server.owner())
                            .sql("select count(*) from kept")
                            .query()
                            .singleValue())
                    .isEqualTo(1L);
        }
    }

    @Test
    void anInterruptedFirstStartIsBegunAgain() throws Exception {
        Path cluster = Files.createDirectories(folder.resolve("data/postgres"));
        Files.writeString(cluster.resolve("postgresql.conf"), "half");
        Files.writeString(folder.resolve("data/postgres.unfinished"), "");
        try (EmbeddedServer server = EmbeddedServer.start(folder.resolve("data"))) {
            assertThat(folder.resolve("data/postgres.unfinished")).doesNotExist();
            assertThat(as(server, server.owner()).sql("select 1").query().singleValue())
                    .isEqualTo(1);
        }
    }

    /** An application that can be killed without ending this one. */
    static final class Child {

        public static void main(String[] arguments) throws Exception {
            Path home = Path.of(arguments[0]);
            EmbeddedServer server = EmbeddedServer.start(home);
            as(server, server.owner()).sql("create table kept (id int)").update();
            as(server, server.owner()).sql("insert into kept values (1)").update();
            Files.writeString(home.resolveSibling("committed"), "yes");
            new CountDownLatch(1).await(); // until it is killed
        }
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
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
