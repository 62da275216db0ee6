package nl.meedoen.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database server that outlived the application that started it. */
final class LeftoverServer {

    private static final Logger log = LoggerFactory.getLogger(LeftoverServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int START_TIME_LINE = 2;

    private LeftoverServer() {}

    /**
     * Stops the server that runs on this cluster, if any; only to be called by the holder of the folder's lock.
     *
     * @throws DatabaseUnavailable when it does not stop within 30 seconds
     */
    static void stop(Path cluster) {
        find(cluster).ifPresent(server -> {
            log.warn("Stopping a database server left by an earlier run (process {})", server.pid());
            server.destroy();
            try {
                server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw stillRunning(server, cluster, e);
            } catch (ExecutionException | TimeoutException e) {
                throw stillRunning(server, cluster, e);
            }
        });
    }

    private static DatabaseUnavailable stillRunning(ProcessHandle server, Path cluster, Exception cause) {
        return new DatabaseUnavailable(
                "An earlier database server (process " + server.pid() + ") still runs on " + cluster
                        + " and does not stop: end it and start again.",
                cause);
    }

    /** The server that runs on this cluster now. */
    static Optional<ProcessHandle> find(Path cluster) {
        try {
            Path file = cluster.resolve("postmaster.pid");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() <= START_TIME_LINE) {
                return Optional.empty();
            }
            long pid = Long.parseLong(lines.get(0).trim());
            Instant started = Instant.ofEpochSecond(
                    Long.parseLong(lines.get(START_TIME_LINE).trim()));
            return ProcessHandle.of(pid).filter(process -> isServerOf(process, cluster, started));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException notWritten) {
            return Optional.empty();
        }
    }

    /** Process numbers are used again: somebody else's process, another PostgreSQL too, must never be stopped. */
    private static boolean isServerOf(ProcessHandle process, Path cluster, Instant started) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(command -> command.endsWith("postgres") || command.endsWith("postgres.exe"))
                .orElse(false);
        if (!postgres) {
            return false;
        }
        return info.arguments()
                .map(arguments -> List.of(arguments).contains(cluster.toString()))
                .orElseGet(() -> info.startInstant()
                        .map(instant -> Duration.between(instant, started).abs().toMinutes() < 1)
                        .orElse(false));
    }
}
