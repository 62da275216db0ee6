import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application's own PostgreSQL server: spoken to with psql, loaded with pgbench, read through its log. */
record Server(Path data) {

    /** How often, and how long it took: transactions a second and milliseconds on average; NaN when it did not work. */
    record Speed(double perSecond, double milliseconds) {

        static final Speed UNKNOWN = new Speed(Double.NaN, Double.NaN);
    }

    String psql(String sql) {
        return run(
                List.of("psql", "-h", "127.0.0.1", "-p", port(), "-U", "postgres", "-d", "meedoen", "-At", "-c", sql),
                read("postgres.password"));
    }

    /** The scripts at random, by so many connections, as the role of the application. */
    Speed pgbench(List<Path> scripts, int connections, int seconds) {
        List<String> command = new ArrayList<>(List.of(
                "pgbench", "-h", "127.0.0.1", "-p", port(), "-U", "meedoen_app", "-n", "-M", "prepared",
                "-c", String.valueOf(connections), "-j", "2", "-T", String.valueOf(seconds)));
        for (Path script : scripts) {
            command.add("-f");
            command.add(script.toString());
        }
        command.add("meedoen");
        String said = run(command, read("meedoen_app.password"));
        Matcher tps = Pattern.compile("tps = ([\\d.]+)").matcher(said);
        Matcher latency = Pattern.compile("(?m)^latency average = ([\\d.]+) ms").matcher(said);
        if (!tps.find() || !latency.find() || said.contains("aborted")) {
            System.err.println(said.lines().filter(line -> line.contains("ERROR")).findFirst().orElse(said));
            return Speed.UNKNOWN;
        }
        return new Speed(Double.parseDouble(tps.group(1)), Double.parseDouble(latency.group(1)));
    }

    /** Every statement of the application with its parameters goes to the log, from the next command on. */
    void logAll() {
        psql("alter system set log_line_prefix = '#%p '");
        psql("alter system set log_min_duration_statement = 0");
        // the embedded server logs tersely, which leaves out the parameters; a role's setting goes before that, in new sessions
        psql("alter role meedoen_app set log_error_verbosity = 'default'");
        psql("select pg_reload_conf()");
        psql("select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'meedoen_app'");
    }

    void logNothing() {
        psql("alter system reset log_min_duration_statement");
        psql("alter system reset log_line_prefix");
        psql("select pg_reload_conf()");
    }

    /** What was logged while something was done. A statement is logged before its answer goes out. */
    String logged(Runnable something) {
        Path log = data.resolve("postgres.log");
        try {
            long from = Files.size(log);
            something.run();
            byte[] all = Files.readAllBytes(log);
            return new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private String port() {
        return read("postgres/postmaster.pid").lines().skip(3).findFirst().orElseThrow().strip();
    }

    private String read(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String run(List<String> command, String password) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", password);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
