package nl.meedoen.notices.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.desk.Attention;
import nl.meedoen.notices.Waiting;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out what waits for the reader. */
@Component
class TodayPages {

    static final int SHOWN_AT_ONCE = 5;

    private final Waiting waiting;
    private final Clock clock;

    TodayPages(Waiting waiting, Clock clock) {
        this.waiting = waiting;
        this.clock = clock;
    }

    /** @param all the kind of which everything is shown, not only the first few */
    TodayPage of(Actor actor, @Nullable String all) {
        Waiting.Now found = waiting.of(actor);
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        LocalTime now = LocalTime.now(clock.withZone(Words.ZONE));
        String name = actor.name().strip().split("\\s+")[0];
        return page(
                found, name, today, now, actor.may(Permission.PARTICIPANTS_LIST), actor.may(Permission.PLAN_EDIT), all);
    }

    static TodayPage page(
            Waiting.Now found,
            String name,
            LocalDate today,
            LocalTime now,
            boolean mayList,
            boolean mayWrite,
            @Nullable String all) {
        Map<String, List<TodayPage.Row>> kinds = new LinkedHashMap<>();
        for (Waiting.Item item : found.waiting()) {
            kinds.computeIfAbsent(item.attention().kindKey(), kind -> new ArrayList<>())
                    .add(row(item, today));
        }
        List<TodayPage.Group> groups = new ArrayList<>();
        kinds.forEach(
                (kind, rows) -> groups.add(group("kind-" + (groups.size() + 1), kind, rows, found, kind.equals(all))));
        return new TodayPage(
                greeting(now),
                name,
                today,
                found.count(),
                found.late(today),
                mayList,
                mayWrite,
                groups,
                found.putAway().stream()
                        .map(away -> new TodayPage.PutAway(
                                row(away.item(), today), away.item().attention().kindKey(), away.until()))
                        .toList(),
                found.planned().stream()
                        .map(row -> row(new Waiting.Item("", row), today))
                        .toList(),
                days(today),
                all,
                null);
    }

    /** Tomorrow and next Monday; on a Sunday those are one day, and the Monday after is a week away. */
    static List<TodayPage.Day> days(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        List<TodayPage.Day> days = new ArrayList<>();
        days.add(new TodayPage.Day("notices.snooze.tomorrow", today.plusDays(1)));
        if (!monday.equals(today.plusDays(1))) {
            days.add(new TodayPage.Day("notices.snooze.monday", monday));
        }
        days.add(new TodayPage.Day("notices.snooze.two-weeks", today.plusWeeks(2)));
        return days;
    }

    private static TodayPage.Row row(Waiting.Item item, LocalDate today) {
        Attention row = item.attention();
        return new TodayPage.Row(
                item.mark(),
                row.tone(),
                row.icon(),
                row.title(),
                row.text(),
                row.path(),
                row.due(),
                Waiting.isLate(row, today));
    }

    private static TodayPage.Group group(
            String id, String kind, List<TodayPage.Row> rows, Waiting.Now found, boolean all) {
        int shown = all ? rows.size() : Math.min(SHOWN_AT_ONCE, rows.size());
        int count = found.count(kind);
        Attention.Whole whole = found.whole().get(kind);
        @Nullable String path = whole != null && count > rows.size() ? whole.path() : null;
        return new TodayPage.Group(id, kind, count, List.copyOf(rows.subList(0, shown)), rows.size() - shown, path);
    }

    private static String greeting(LocalTime now) {
        return now.getHour() < 12
                ? "notices.greeting.morning"
                : now.getHour() < 18 ? "notices.greeting.afternoon" : "notices.greeting.evening";
    }
}
