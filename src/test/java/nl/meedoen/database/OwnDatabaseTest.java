package nl.meedoen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.meedoen.support.Application;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application as somebody starts it who gives it nothing but a folder. */
@ExtendWith(OutputCaptureExtension.class)
class OwnDatabaseTest {

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext application;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        application = run();
        jdbc = application.getBean(JdbcClient.class);
    }

    @AfterAll
    static void stop() throws Exception {
        Path running = folder.resolve("data/postgres/postmaster.pid");
        assertThat(running).exists();
        application.close();
        assertThat(running).doesNotExist();
    }

    @Test
    void migrationsAreTheOwnersAndTheApplicationIsNot() {
        assertThat(one("select current_user")).isEqualTo(EmbeddedServer.APPLICATION);
        assertThat(one("select distinct tableowner from pg_tables where schemaname = 'public'"))
                .isEqualTo(EmbeddedServer.OWNER);
    }

    @Test
    void aSecondStartSaysOneSentence(CapturedOutput output) {
        assertThatThrownBy(() -> run()).hasRootCauseInstanceOf(DatabaseUnavailable.class);
        assertThat(output)
                .contains("Meedoen is already running on the data folder")
                .doesNotContain("BeanCreationException")
                .doesNotContain("\tat ");
        assertThat(one("select 1")).isEqualTo(1);
    }

    @Test
    void aTakenPortSaysOneSentenceAndTouchesNothing(CapturedOutput output) throws Exception {
        Path untouched = folder.resolve("untouched");
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() ->
                            Application.run("--server.port=" + taken.getLocalPort(), "--meedoen.data=" + untouched))
                    .hasRootCauseInstanceOf(BindException.class);
            assertThat(output)
                    .contains("Port " + taken.getLocalPort() + " was already in use")
                    .doesNotContain("\tat ");
        }
        assertThat(untouched).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFrozenDatabaseIsAdmittedWithinFiveSecondsAndHealsWithinTen() throws Exception {
        one("select 1");
        List<String> processes = processes();
        long begin = System.nanoTime();
        signal("-STOP", processes);
        try {
            assertThatThrownBy(() -> one("select 1")).isNotNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        } finally {
            signal("-CONT", processes);
        }
        Awaitility.await().ignoreExceptions().until(() -> Integer.valueOf(1).equals(one("select 1")));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    private static ConfigurableApplicationContext run() {
        return Application.run("--server.port=0", "--meedoen.data=" + folder.resolve("data"));
    }

    private static Object one(String sql) {
        return jdbc.sql(sql).query().singleValue();
    }

    private static List<String> processes() throws Exception {
        String pid = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"))
                .get(0)
                .trim();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants())
                .map(process -> String.valueOf(process.pid()))
                .toList();
    }

    private static void signal(String signal, List<String> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        command.addAll(processes);
        new ProcessBuilder(command).start().waitFor();
    }
}
