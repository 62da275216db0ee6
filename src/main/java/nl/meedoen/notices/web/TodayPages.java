package nl.meedoen.notices.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.desk.Attention;
import nl.meedoen.webkit.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what every room says that needs the reader, in one transaction. */
@Component
class TodayPages {

    static final int SHOWN_AT_ONCE = 5;
    private static final List<String> TONES = List.of("danger", "wait", "busy");

    private final List<Attention.Source> sources;
    private final Clock clock;

    TodayPages(List<Attention.Source> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public TodayPage of(Actor actor) {
        List<Attention> all = new ArrayList<>();
        for (Attention.Source source : sources) {
            all.addAll(source.of(actor));
        }
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        LocalTime now = LocalTime.now(clock.withZone(Words.ZONE));
        return page(all, actor.name().strip().split("\\s+")[0], today, now, actor.may(Permission.PARTICIPANTS_LIST));
    }

    static TodayPage page(List<Attention> all, String name, LocalDate today, LocalTime now, boolean mayList) {
        List<Attention> waiting = all.stream()
                .filter(row -> !planned(row, today))
                .sorted(urgency())
                .toList();
        List<TodayPage.Row> agenda = all.stream()
                .filter(row -> planned(row, today))
                .sorted(Comparator.comparing(Attention::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .map(row -> row(row, today))
                .toList();
        Map<String, List<TodayPage.Row>> kinds = new LinkedHashMap<>();
        for (Attention row : waiting) {
            kinds.computeIfAbsent(row.kindKey(), kind -> new ArrayList<>()).add(row(row, today));
        }
        List<TodayPage.Group> groups = new ArrayList<>();
        kinds.forEach((kind, rows) -> groups.add(group("kind-" + (groups.size() + 1), kind, rows)));
        int late = (int) waiting.stream().filter(row -> isLate(row, today)).count();
        return new TodayPage(greeting(now), name, today, waiting.size(), late, mayList, groups, agenda);
    }

    /** What is only announced, such as an appointment, waits for nobody: its day has not passed and nothing is wrong. */
    private static boolean planned(Attention row, LocalDate today) {
        return "busy".equals(row.tone()) && row.due() != null && !row.due().isBefore(today);
    }

    /** Danger before waiting, and of the same tone what has been due longest. */
    private static Comparator<Attention> urgency() {
        return Comparator.<Attention>comparingInt(
                        row -> TONES.contains(row.tone()) ? TONES.indexOf(row.tone()) : TONES.size())
                .thenComparing(Attention::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Attention::title);
    }

    private static boolean isLate(Attention row, LocalDate today) {
        return row.due() != null && row.due().isBefore(today);
    }

    private static TodayPage.Row row(Attention row, LocalDate today) {
        return new TodayPage.Row(
                row.tone(), row.icon(), row.title(), row.text(), row.path(), row.due(), isLate(row, today));
    }

    private static TodayPage.Group group(String id, String kind, List<TodayPage.Row> rows) {
        int shown = Math.min(SHOWN_AT_ONCE, rows.size());
        return new TodayPage.Group(
                id,
                kind,
                rows.size(),
                List.copyOf(rows.subList(0, shown)),
                List.copyOf(rows.subList(shown, rows.size())));
    }

    private static String greeting(LocalTime now) {
        return now.getHour() < 12
                ? "notices.greeting.morning"
                : now.getHour() < 18 ? "notices.greeting.afternoon" : "notices.greeting.evening";
    }
}
