package nl.meedoen.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.meedoen.support.HttpVisitor;
import nl.meedoen.support.OwnProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What people were told is saved stays saved, whatever is killed or frozen (SECURITY.md 25 and 26). */
@DisabledOnOs(OS.WINDOWS)
class KillTest {

    private static final int WRITERS = 4;
    private static final int ENOUGH = 150;

    @TempDir
    private static Path folder;

    private static OwnProcess application;

    @BeforeAll
    static void start() throws IOException {
        application = run("first.log");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** A form as somebody sent it: with a contact and an appointment that belong together. */
    private record Sent(HttpVisitor coach, String path, String key, String title) {

        HttpResponse<String> send(String address) throws IOException, InterruptedException {
            return coach.send(
                    address + path,
                    "_key",
                    key,
                    "channel",
                    "TALK",
                    "note",
                    "Kort gesproken over " + title,
                    "heldOn",
                    LocalDate.now().minusDays(1).toString(),
                    "meetOn",
                    LocalDate.now().plusDays(9).toString(),
                    "meetAt",
                    "10:30",
                    "meetTitle",
                    title);
        }
    }

    private static OwnProcess run(String log) throws IOException {
        return OwnProcess.start(
                folder.resolve(log),
                "--spring.profiles.active=demo",
                "--meedoen.demo.participants=60",
                "--meedoen.reads.pages=0", // one coordinator writes faster than anybody can
                "--meedoen.data=" + folder.resolve("data"));
    }

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhenEverythingIsKilled() throws Exception {
        String first = application.address();
        Queue<Sent> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<?>> ends = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            HttpVisitor coach = new HttpVisitor();
            assertThat(coach.signIn(first, "coach")).endsWith("/today");
            String path = dossier(coach, first) + "/contacts";
            String name = "proef " + writer + " ";
            ends.add(writers.submit(() -> write(coach, first, path, name, acknowledged, unanswered)));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= ENOUGH || !unanswered.isEmpty());
        assertThat(unanswered).isEmpty();

        List<ProcessHandle> database = OwnProcess.databaseOf(folder.resolve("data"));
        database.forEach(ProcessHandle::destroyForcibly);
        application.kill();
        for (Future<?> end : ends) {
            end.get();
        }
        writers.shutdown();
        await().until(() -> database.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(unanswered).hasSize(WRITERS);

        application = run("second.log");
        String second = application.address();
        List<Sent> again = new ArrayList<>(unanswered);
        again.addAll(acknowledged.stream().limit(5).toList());
        for (Sent form : again) {
            HttpResponse<String> answer = form.send(second);
            assertThat(answer.statusCode() == 303
                            || HttpVisitor.location(answer).endsWith("/plan"))
                    .as(form.title() + ": " + answer.statusCode() + " " + HttpVisitor.location(answer))
                    .isTrue();
        }
        List<String> titles = new ArrayList<>();
        acknowledged.forEach(form -> titles.add(form.title()));
        unanswered.forEach(form -> titles.add(form.title()));
        JdbcClient everything = everything();
        assertThat(acknowledged.stream().map(Sent::title).toList())
                .as("acknowledged")
                .isSubsetOf(everything
                        .sql("select title from appointment where title like 'proef %'")
                        .query(String.class)
                        .list());
        assertThat(everything
                        .sql("select title from appointment where title like 'proef %'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(titles);
        assertThat(
                        count(
                                everything,
                                "select count(*) from contact where written_at > (select min(used_at) from form_key)"
                                        + " - interval '1 minute' and author_id = (select id from account where email = 'coach@demo.example')"))
                .as("no appointment without its contact")
                .isEqualTo(titles.size());
        assertThat(count(
                        everything,
                        "select count(*) from trail where subject = 'plans.contact' and action = 'CREATED'"))
                .as("no change without its line in the trail")
                .isEqualTo(titles.size());
    }

    private static void write(
            HttpVisitor coach,
            String address,
            String path,
            String name,
            Queue<Sent> acknowledged,
            Queue<Sent> unanswered) {
        for (int n = 0; ; n++) {
            Sent form = new Sent(coach, path, UUID.randomUUID().toString(), name + n);
            try {
                if (HttpVisitor.location(form.send(address)).endsWith("/plan")) {
                    acknowledged.add(form);
                    continue;
                }
            } catch (IOException | InterruptedException gone) {
                // whether it was saved is what nobody knows
            }
            unanswered.add(form);
            return;
        }
    }

    @Test
    void aFrozenDatabaseIsAdmittedWithinFiveSecondsAndHealsWithinTen() throws Exception {
        String address = application.address();
        HttpVisitor coach = new HttpVisitor();
        coach.signIn(address, "coach");
        String plan = address + dossier(coach, address) + "/plan";
        assertThat(coach.open(plan).statusCode()).isEqualTo(200);
        List<ProcessHandle> database = OwnProcess.databaseOf(folder.resolve("data"));
        signal("-STOP", database);
        long melted;
        try {
            for (String url : List.of(plan, address + "/participants", address + "/actuator/health")) {
                long begin = System.nanoTime();
                HttpResponse<String> answer = coach.open(url);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(url).isLessThan(Duration.ofSeconds(5));
                assertThat(answer.statusCode()).as(url).isEqualTo(503);
                if (!url.endsWith("/health")) {
                    assertThat(answer.body())
                            .as(url)
                            .contains("<main")
                            .contains("Meedoen")
                            .doesNotContain("Exception");
                    assertThat(answer.headers().firstValue("Content-Security-Policy"))
                            .as(url)
                            .isPresent();
                    assertThat(answer.headers().firstValue("Retry-After"))
                            .as(url)
                            .isPresent();
                }
            }
        } finally {
            signal("-CONT", database);
            melted = System.nanoTime();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> coach.open(plan).statusCode() == 200);
        assertThat(Duration.ofNanos(System.nanoTime() - melted)).isLessThan(Duration.ofSeconds(10));
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    /** The path of the first participant in a coach's list. */
    private static String dossier(HttpVisitor coach, String address) throws Exception {
        return coach.page(address + "/participants").select("tbody a[href^=/participants/]").stream()
                .map(link -> link.attr("href"))
                .filter(path -> path.matches("/participants/[0-9a-f-]{36}(/.*)?"))
                .map(path -> path.substring(0, "/participants/".length() + 36))
                .findFirst()
                .orElseThrow();
    }

    private static JdbcClient everything() throws IOException {
        Path data = folder.resolve("data");
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        return JdbcClient.create(new DriverManagerDataSource(
                "jdbc:postgresql://localhost:" + port.trim() + "/meedoen",
                "postgres",
                Files.readString(data.resolve("postgres.password")).trim()));
    }

    private static int count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
