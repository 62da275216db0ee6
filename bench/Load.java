import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;

/**
 * One load run against a demo on this machine, and the same SQL through pgbench as the limit. Each of so many visitors waits
 * for the answer before asking again, so the load is bounded. Started by run.sh; prints a table in Markdown.
 *
 * <p>java Load PORT DATA-FOLDER PARTICIPANTS SECONDS jobs|lists|coach
 */
public class Load {

    private static final int[] AT_ONCE = {1, 16, 64};
    /** As many connections as the application has. */
    private static final int CONNECTIONS = 20;
    /** So many different clicks are sent again as SQL. */
    private static final int VARIANTS = 12;

    private static final List<String> NAMES = List.of(
            "Fatima", "Haddad", "Yonas", "Muhammad", "mohamed", "Lysenko", "khalil", "VIP-2026", "Zahra", "Amal", "öztürk", "Ayse");
    private static final List<String> OCCUPATIONS =
            List.of("bakker", "timmerman", "verpleegkundige", "chauffeur", "kok", "lasser", "schoonmaker", "elektricien");
    private static final List<String> VIEWS = List.of("", "?sort=NAME", "?status=in-action");

    /** What one visitor does in one click; answers with a status. */
    private record Scenario(String name, ToIntFunction<Visitor> click) {

        int by(Visitor visitor) {
            return click.applyAsInt(visitor);
        }
    }

    private record Result(double perSecond, double median, double p95, long failed) {}

    private final Server server;
    private final List<Visitor> visitors;
    private final ExecutorService threads = threads();
    private final int seconds;
    private final String what;
    private final Path scripts;

    private Load(String port, Path data, int seconds, String what) {
        this.server = new Server(data);
        this.seconds = seconds;
        this.what = what;
        String account = what.equals("coach") ? "coach" : "coordinator";
        this.scripts = data.resolveSibling("sql-");
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .executor(threads)
                .build();
        List<Visitor.Step> steps = steps(account);
        visitors = new ArrayList<>();
        for (int i = 0; i < AT_ONCE[AT_ONCE.length - 1]; i++) {
            Visitor visitor = new Visitor(http, "http://127.0.0.1:" + port, account, steps.get(i % steps.size()));
            visitor.signIn();
            visitors.add(visitor);
        }
    }

    public static void main(String[] args) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Load load = new Load(args[0], Path.of(args[1]), Integer.parseInt(args[3]), args[4]);
        System.out.printf("%n### %,d participants, %s%n%n", Integer.parseInt(args[2]), args[4]);
        System.out.println("| | at once | a second | p50 ms | p95 ms | failed | SQL alone, a second | SQL ms | SQL / application |");
        System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (Scenario scenario : load.chosen()) {
            load.run(scenario);
        }
        load.threads.shutdownNow();
    }

    private List<Scenario> chosen() {
        return switch (what) {
            case "jobs" -> jobs();
            case "lists" -> lists();
            case "coach" -> List.of(
                    page("today", "/today"),
                    page("own participants", "/participants"),
                    ofOne("plan", "/plan"),
                    ofOne("reviews", "/reviews"));
            default -> throw new IllegalArgumentException("jobs, lists or coach, not " + what);
        };
    }

    /** Every other list and search of a coordinator. */
    private List<Scenario> lists() {
        return List.of(
                page("today", "/today"),
                page("without a coach", "/participants?coach=none"),
                page("likely doubles", "/participants/doubles"),
                page("waiting list", "/waiting-list"),
                new Scenario("who is it", visitor -> visitor.get("/participants/new/likely?givenNames="
                        + Visitor.encode(NAMES.get(visitor.next() % NAMES.size())))),
                new Scenario("occupations", visitor -> visitor.get("/occupations?q="
                        + Visitor.encode(OCCUPATIONS.get(visitor.next() % OCCUPATIONS.size())))),
                ofOne("data", ""),
                ofOne("intake", "/intake"),
                ofOne("documents", "/documents"),
                ofOne("consents", "/consents"),
                ofOne("log", "/log"),
                ofOne("CV", "/cv"),
                ofOne("introductions", "/network"),
                page("networks of coaches", "/network/search?q=werk&sector=F"),
                page("retention", "/retention"),
                page("coaches", "/coaches"),
                page("employers", "/employers"),
                page("openings", "/openings"),
                page("placements", "/placements"),
                page("groups", "/cohorts"));
    }

    private static Scenario page(String name, String address) {
        return new Scenario(name, visitor -> visitor.get(address));
    }

    /** A page of one dossier, each time of another. */
    private Scenario ofOne(String name, String page) {
        List<Visitor.Step> steps = visitors.stream().map(visitor -> visitor.step).toList();
        return new Scenario(name, visitor -> {
            int next = visitor.next() * 7 + steps.indexOf(visitor.step);
            return visitor.get("/participants/" + steps.get(next % steps.size()).participant() + page);
        });
    }

    /** What most people come for. */
    private List<Scenario> jobs() {
        return List.of(
                new Scenario("sign-in", visitor -> visitor.another().signIn()),
                new Scenario("list", visitor -> visitor.get("/participants" + VIEWS.get(visitor.next() % VIEWS.size()))),
                new Scenario("search", visitor -> visitor.search(NAMES.get(visitor.next() % NAMES.size()))),
                ofOne("dossier", "/plan"),
                new Scenario("tick a step", Visitor::tick),
                page("dashboard", "/dashboard"));
    }

    private void run(Scenario scenario) throws Exception {
        measure(scenario, 4, 3); // warm
        // signing in is the work of hashing, and its session cannot be made twice
        List<Path> sql = scenario.name().equals("sign-in") ? List.of() : capture(scenario);
        for (int count : AT_ONCE) {
            measure(scenario, count, 2);
            Result app = measure(scenario, count, seconds);
            Server.Speed alone = sql.isEmpty()
                    ? Server.Speed.UNKNOWN
                    : server.pgbench(sql, Math.min(count, CONNECTIONS), Math.max(3, seconds / 2));
            System.out.println(String.format(
                            "| %s | %d | %.1f | %.1f | %.1f | %d | %.1f | %.2f | %.1f |",
                            scenario.name(), count, app.perSecond(), app.median(), app.p95(), app.failed(),
                            alone.perSecond(), alone.milliseconds(), alone.perSecond() / app.perSecond())
                    .replace("NaN", "–"));
        }
    }

    /** Virtual threads where the JDK has them. */
    private static ExecutorService threads() {
        try {
            return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException tooOld) {
            return Executors.newCachedThreadPool();
        }
    }

    private Result measure(Scenario scenario, int count, int duration) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long end = begin + Duration.ofSeconds(duration).toNanos();
        List<Future<long[][]>> work = visitors.subList(0, count).stream()
                .map(visitor -> threads.submit(() -> clicks(scenario, visitor, end)))
                .toList();
        long[] all = new long[0];
        long failed = 0;
        for (Future<long[][]> part : work) {
            long[] times = part.get()[0];
            int before = all.length;
            all = Arrays.copyOf(all, before + times.length);
            System.arraycopy(times, 0, all, before, times.length);
            failed += part.get()[1][0];
        }
        double elapsed = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(all);
        return new Result(all.length / elapsed, at(all, 0.50), at(all, 0.95), failed);
    }

    /** What each click took in nanoseconds, and how many failed. */
    private static long[][] clicks(Scenario scenario, Visitor visitor, long end) {
        long[] times = new long[4096];
        int n = 0;
        long failed = 0;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            if (!works(scenario.by(visitor))) {
                failed++;
            }
            if (n == times.length) {
                times = Arrays.copyOf(times, n * 2);
            }
            times[n++] = System.nanoTime() - start;
        }
        return new long[][] {Arrays.copyOf(times, n), {failed}};
    }

    private static boolean works(int status) {
        return status == 200 || status == 302;
    }

    private static double at(long[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }

    /** Some clicks as scripts; each connection of the application is a new one, so the first clicks only open them. */
    private List<Path> capture(Scenario scenario) {
        server.logAll();
        List<Path> captured = new ArrayList<>();
        for (int tries = 0; captured.size() < VARIANTS && tries < 10 * VARIANTS; tries++) {
            Visitor visitor = visitors.get(captured.size());
            String log = server.logged(() -> {
                int status = scenario.by(visitor);
                if (!works(status) && !captured.isEmpty()) {
                    throw new IllegalStateException(scenario.name() + " answers " + status);
                }
            });
            String script = SameSql.script(log);
            if (!script.isEmpty()) {
                Path file = Path.of(scripts + scenario.name().replace(' ', '-') + "-" + captured.size() + ".sql");
                captured.add(SameSql.keep(script, file));
            }
        }
        server.logNothing();
        return captured;
    }

    /** Steps that the account can tick, each of another participant. */
    private List<Visitor.Step> steps(String account) {
        String whose = account.equals("coach")
                ? "g.coach_id = a.id"
                : "g.location_id in (select location_id from account_location where account_id = a.id)";
        String rows = server.psql("select distinct on (s.participant_id) s.participant_id || ' ' || s.id from step s"
                + " join goal o on o.id = s.goal_id join glance g on g.participant_id = s.participant_id"
                + " join account a on a.email = '" + account + "@demo.example'"
                + " where " + whose
                + " and g.status = 'ACTIVE' and o.state = 'OPEN'"
                + " and s.status = 'BUSY' limit 200");
        List<Visitor.Step> steps = rows.lines()
                .map(line -> line.split(" "))
                .filter(ids -> ids.length == 2)
                .map(ids -> new Visitor.Step(ids[0], ids[1]))
                .toList();
        if (steps.isEmpty()) {
            throw new IllegalStateException("no step to tick: " + rows);
        }
        return steps;
    }
}
