package nl.meedoen.support;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The application in a process of its own, as an operator runs it, so that it can be killed like one. */
public final class OwnProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern READY = Pattern.compile("Meedoen is ready");
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private final Process process;
    private final Path log;

    private OwnProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Begins a start on any free port; what it says goes to the file {@code log}. */
    public static OwnProcess start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                // without what the tests have in the same packages
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.endsWith("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator)),
                "nl.meedoen.Meedoen",
                "--server.port=0"));
        command.addAll(List.of(arguments));
        return new OwnProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
    }

    /**
     * Waits until the start has ended, with all that it does after the web server listens. Where it is; an error with
     * what it said when it ended instead.
     */
    public String address() {
        String[] port = {""};
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("ended with " + process.exitValue() + ":\n" + said());
            }
            Matcher said = PORT.matcher(said());
            if (said.find() && READY.matcher(said()).find()) {
                port[0] = said.group(1);
                return true;
            }
            return false;
        });
        return "http://localhost:" + port[0];
    }

    /** All that it said so far. */
    public String said() throws IOException {
        return Files.readString(log);
    }

    /** Waits until it ended by itself; its exit code. */
    public int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("does not end");
        }
        return process.exitValue();
    }

    /** As {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        exit();
    }

    /** As Ctrl-C or {@code docker stop} does; its exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return exit();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
    }

    /** The database server that runs on this data folder, and everything that it started. */
    public static List<ProcessHandle> databaseOf(Path data) throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants()).toList();
    }
}
