import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One load run against a demo on this machine, and the same SQL through pgbench as the limit. Each of so many users waits
 * for the answer before asking again, so the load is bounded. Started by run.sh; prints a table in Markdown.
 *
 * <p>java bench/Load.java PORT DATA-FOLDER PARTICIPANTS SECONDS
 */
public class Load {

    static final int[] USERS = {1, 16, 64};
    static final int VARIANTS = 12;
    static final String PASSWORD = "meedoen-demo-2026";
    static final String COORDINATOR = "coordinator@demo.example";
    static final List<String> QUERIES = List.of(
            "Fatima", "Haddad", "Yonas", "Muhammad", "mohamed", "Lysenko", "khalil", "VIP-2026", "Zahra", "Amal", "öztürk", "Ayse");
    static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    static String base;
    static Path data;
    static int seconds;
    static HttpClient http;

    /** One click of one user; returns the status. */
    interface Click {
        int go(User user, int n) throws Exception;
    }

    record Scenario(String name, Click click) {}

    record Result(double perSecond, double p50, double p95, long failed) {}

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        base = "http://127.0.0.1:" + args[0];
        data = Path.of(args[1]);
        seconds = Integer.parseInt(args[3]);
        ExecutorService pool = threads();
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(pool)
                .build();

        // the embedded server logs tersely, which leaves out the parameters; a role's setting goes before that, in new sessions
        psql("alter role meedoen_app set log_error_verbosity = 'default'");
        psql("select count(pg_terminate_backend(pid)) from pg_stat_activity where usename = 'meedoen_app'");
        List<String[]> steps = steps();
        List<User> users = new ArrayList<>();
        for (int i = 0; i < USERS[USERS.length - 1]; i++) {
            User user = new User(steps.get(i % steps.size()));
            user.signIn();
            users.add(user);
        }
        List<Scenario> scenarios = List.of(
                new Scenario("sign-in", (user, n) -> new User(user.step).signIn()),
                new Scenario("list", (user, n) -> user.get("/participants" + (n % 3 == 0 ? "" : n % 3 == 1 ? "?sort=NAME" : "?phase=IN_ACTION"))),
                new Scenario("search", (user, n) -> user.get("/participants?q=" + encode(QUERIES.get(n % QUERIES.size())))),
                new Scenario("dossier", (user, n) -> user.get("/participants/" + steps.get((n * 7 + user.number) % steps.size())[0] + "/plan")),
                new Scenario("tick a step", (user, n) -> user.tick(n)),
                new Scenario("dashboard", (user, n) -> user.get("/dashboard")));

        System.out.printf("%n### %,d participants%n%n", Integer.parseInt(args[2]));
        System.out.println("| | users | pages a second | p50 ms | p95 ms | failed | SQL alone, a second | SQL ms | SQL / application |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (Scenario scenario : scenarios) {
            measure(scenario, users.subList(0, 4), pool, 3); // warm
            // signing in is the work of hashing, and its session cannot be made twice
            List<Path> scripts = scenario.name().equals("sign-in") ? List.of() : capture(scenario, users);
            for (int count : USERS) {
                measure(scenario, users.subList(0, count), pool, 2);
                Result app = measure(scenario, users.subList(0, count), pool, seconds);
                double[] sql = scripts.isEmpty() ? new double[] {Double.NaN, Double.NaN} : pgbench(scripts, count);
                System.out.printf(
                        "| %s | %d | %.1f | %.1f | %.1f | %d | %.1f | %.2f | %.1f |%n",
                        scenario.name(), count, app.perSecond(), app.p50(), app.p95(), app.failed(),
                        sql[0], sql[1], sql[0] / app.perSecond());
            }
        }
        pool.shutdownNow();
        System.exit(0);
    }

    /** Virtual threads where the JDK has them. */
    static ExecutorService threads() {
        try {
            return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException tooOld) {
            return Executors.newCachedThreadPool();
        }
    }

    static Result measure(Scenario scenario, List<User> users, ExecutorService pool, int duration) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(duration).toNanos();
        long begin = System.nanoTime();
        List<Future<long[][]>> work = new ArrayList<>();
        for (User user : users) {
            Callable<long[][]> clicks = () -> {
                long[] times = new long[4096];
                int n = 0;
                long failed = 0;
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    int status = scenario.click().go(user, user.clicks++);
                    if (status != 200 && status != 302) {
                        failed++;
                    }
                    if (n == times.length) {
                        times = Arrays.copyOf(times, n * 2);
                    }
                    times[n++] = System.nanoTime() - start;
                }
                return new long[][] {Arrays.copyOf(times, n), {failed}};
            };
            work.add(pool.submit(clicks));
        }
        long[] all = new long[0];
        long failed = 0;
        for (Future<long[][]> part : work) {
            long[][] got = part.get();
            int before = all.length;
            all = Arrays.copyOf(all, before + got[0].length);
            System.arraycopy(got[0], 0, all, before, got[0].length);
            failed += got[1][0];
        }
        double elapsed = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(all);
        return new Result(all.length / elapsed, at(all, 0.50), at(all, 0.95), failed);
    }

    static double at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }

    // ------------------------------------------------------------------ the same SQL

    /** Lets the server write down what a few clicks send, and makes each click a script for pgbench. */
    static List<Path> capture(Scenario scenario, List<User> users) throws Exception {
        Path log = data.resolve("postgres.log");
        psql("alter system set log_line_prefix = '#%p '");
        psql("alter system set log_min_duration_statement = 0");
        psql("select pg_reload_conf()");
        Thread.sleep(300);
        List<Path> scripts = new ArrayList<>();
        for (int i = 0; i < VARIANTS; i++) {
            long from = Files.size(log);
            User user = users.get(i);
            int status = scenario.click().go(user, user.clicks++);
            if (status != 200 && status != 302) {
                throw new IllegalStateException(scenario.name() + " answers " + status);
            }
            Thread.sleep(60);
            byte[] bytes = Files.readAllBytes(log);
            String text = new String(bytes, (int) from, bytes.length - (int) from, StandardCharsets.UTF_8);
            Path script = Files.createTempFile("meedoen-" + scenario.name().replace(' ', '-'), ".sql");
            script.toFile().deleteOnExit();
            List<String> statements = statements(text);
            Files.writeString(script, String.join(";\n", statements) + ";\n");
            if (i == 0) {
                Path keep = data.resolveSibling("sql-" + scenario.name().replace(' ', '-') + ".sql");
                Files.writeString(keep, String.join(";\n", statements) + ";\n");
            }
            scripts.add(script);
        }
        psql("alter system reset log_min_duration_statement");
        psql("alter system reset log_line_prefix");
        psql("select pg_reload_conf()");
        return scripts;
    }

    static final Pattern ENTRY = Pattern.compile("(?m)^#(\\d+) LOG:  duration: [\\d.]+ ms  (?:execute [^:]*|statement): ");
    static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('(?:[^']++|'')*+'|NULL)");

    static List<String> statements(String log) {
        List<String> statements = new ArrayList<>();
        Matcher entry = ENTRY.matcher(log);
        List<int[]> spans = new ArrayList<>();
        while (entry.find()) {
            spans.add(new int[] {entry.start(), entry.end()});
        }
        for (int i = 0; i < spans.size(); i++) {
            int end = i + 1 < spans.size() ? spans.get(i + 1)[0] : log.length();
            String part = log.substring(spans.get(i)[1], end);
            int next = part.indexOf("\n#");
            String sql = (next < 0 ? part : part.substring(0, next)).replace("\n\t", "\n").strip();
            int after = next < 0 ? -1 : part.indexOf("\n#", next + 1); // what follows is the next statement's
            String detail = next < 0 ? "" : part.substring(next, after < 0 ? part.length() : after);
            if (sql.isEmpty() || sql.contains("pg_reload_conf") || sql.startsWith("alter system")) {
                continue;
            }
            Map<Integer, String> values = new LinkedHashMap<>();
            if (detail.toLowerCase(Locale.ROOT).contains("detail:  parameters:")) {
                Matcher parameter = PARAMETER.matcher(detail);
                while (parameter.find()) {
                    values.put(Integer.valueOf(parameter.group(1)), literal(parameter.group(2)));
                }
            }
            statements.add(repeatable(fill(sql, values)));
        }
        return statements;
    }

    /** Literals without a colon, which pgbench would take for one of its variables. */
    static String literal(String value) {
        return value.contains(":") || value.contains("\n")
                ? "E" + value.replace("\\", "\\\\").replace(":", "\\x3a").replace("\n\t", "\\n")
                : value;
    }

    static String fill(String sql, Map<Integer, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher place = Pattern.compile("\\$(\\d+)").matcher(sql);
        while (place.find()) {
            String value = values.get(Integer.valueOf(place.group(1)));
            place.appendReplacement(filled, Matcher.quoteReplacement(value == null ? place.group() : value));
        }
        place.appendTail(filled);
        return filled.toString();
    }

    /** A change that is sent again must change again: not fail on an id that exists or pass by an older version. */
    static String repeatable(String sql) {
        return sql.replaceAll("(?i) and version='?\\d+'?", "")
                .replaceAll("(?is)(insert into (?:form_key|spring_session|draft)\\b[^(]*\\([^)]*\\)\\s*values\\s*\\()'[^']*'", "$1gen_random_uuid()::text::uuid")
                .replaceAll(";+$", "");
    }

    /** Transactions a second and the average in milliseconds. */
    static double[] pgbench(List<Path> scripts, int users) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "pgbench", "-h", "127.0.0.1", "-p", port(), "-U", "meedoen_app", "-n", "-M", "prepared",
                "-c", String.valueOf(Math.min(users, 20)), // as many connections as the application has
                "-j", "2", "-T", String.valueOf(Math.max(3, seconds / 2))));
        for (Path script : scripts) {
            command.add("-f");
            command.add(script.toString());
        }
        command.add("meedoen");
        String said = run(command, Files.readString(data.resolve("meedoen_app.password")).strip());
        Matcher tps = Pattern.compile("tps = ([\\d.]+)").matcher(said);
        Matcher latency = Pattern.compile("(?m)^latency average = ([\\d.]+) ms").matcher(said);
        if (!tps.find() || !latency.find() || said.contains("aborted")) {
            System.err.println(said.lines().filter(line -> line.contains("ERROR")).findFirst().orElse(said));
            return new double[] {Double.NaN, Double.NaN};
        }
        return new double[] {Double.parseDouble(tps.group(1)), Double.parseDouble(latency.group(1))};
    }

    static String port() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
    }

    static String psql(String sql) throws Exception {
        return run(
                List.of("psql", "-h", "127.0.0.1", "-p", port(), "-U", "postgres", "-d", "meedoen", "-At", "-c", sql),
                Files.readString(data.resolve("postgres.password")).strip());
    }

    static String run(List<String> command, String password) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Participants of the coordinator with a step that can be ticked: id and step. */
    static List<String[]> steps() throws Exception {
        String rows = psql("select distinct on (s.participant_id) s.participant_id || ' ' || s.id from step s"
                + " join goal o on o.id = s.goal_id join glance g on g.participant_id = s.participant_id"
                + " join account_location l on l.location_id = g.location_id join account a on a.id = l.account_id"
                + " where a.email = '" + COORDINATOR + "' and g.status = 'ACTIVE' and o.state = 'OPEN'"
                + " and s.status = 'BUSY' limit 200");
        List<String[]> steps = rows.lines().map(line -> line.split(" ")).toList();
        if (steps.isEmpty()) {
            throw new IllegalStateException("no step to tick: " + rows);
        }
        return steps;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Somebody with a session of their own. */
    static final class User {

        static int count;

        final int number = count++;
        final String[] step;
        final Map<String, String> cookies = new LinkedHashMap<>();
        String token = "";
        boolean ticked;
        int clicks;

        User(String[] step) {
            this.step = step;
        }

        int signIn() throws Exception {
            HttpResponse<String> page = send(request("/login").GET().build());
            token = token(page.body());
            HttpResponse<String> answer = post("/login", "email=" + encode(COORDINATOR) + "&password=" + encode(PASSWORD));
            String target = answer.headers().firstValue("Location").orElse("");
            if (target.contains("error") || target.contains("wait") || answer.statusCode() != 302) {
                return 500;
            }
            token = ""; // another one, when it is needed
            return 302;
        }

        int get(String path) throws Exception {
            return send(request(path).header("Accept-Encoding", "gzip").GET().build()).statusCode();
        }

        /** Ticks the own step, or takes the tick back, as the page does it: the goal comes back. */
        int tick(int n) throws Exception {
            if (token.isEmpty()) {
                token = token(send(request("/participants/" + step[0] + "/plan").GET().build()).body());
            }
            String path = "/participants/" + step[0] + "/steps/" + step[1] + (ticked ? "/undo" : "/finish");
            ticked = !ticked;
            return post(path, "").statusCode();
        }

        HttpResponse<String> post(String path, String form) throws Exception {
            return send(request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("HX-Request", path.equals("/login") ? "false" : "true")
                    .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token) + "&" + form))
                    .build());
        }

        HttpRequest.Builder request(String path) {
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
            if (!cookies.isEmpty()) {
                builder.header("Cookie", String.join("; ", cookies.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList()));
            }
            return builder;
        }

        HttpResponse<String> send(HttpRequest request) throws Exception {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String pair = cookie.split(";", 2)[0];
                int equals = pair.indexOf('=');
                String value = pair.substring(equals + 1);
                if (value.isEmpty()) {
                    cookies.remove(pair.substring(0, equals));
                } else {
                    cookies.put(pair.substring(0, equals), value);
                }
            }
            return answer;
        }

        static String token(String page) {
            Matcher matcher = TOKEN.matcher(page);
            if (!matcher.find()) {
                throw new IllegalStateException("a page without a form token");
            }
            return matcher.group(1);
        }
    }
}
