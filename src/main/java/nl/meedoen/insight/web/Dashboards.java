package nl.meedoen.insight.web;

import static nl.meedoen.insight.figures.Measure.*;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.insight.figures.Area;
import nl.meedoen.insight.figures.AreaKind;
import nl.meedoen.insight.figures.Period;
import nl.meedoen.insight.web.cards.AttendanceCard;
import nl.meedoen.insight.web.cards.Figure;
import nl.meedoen.insight.web.cards.FigureSet;
import nl.meedoen.insight.web.cards.FlowCard;
import nl.meedoen.insight.web.cards.Funnel;
import nl.meedoen.insight.web.cards.Goals;
import nl.meedoen.insight.web.cards.Hero;
import nl.meedoen.insight.web.cards.KindsCard;
import nl.meedoen.insight.web.cards.Kpi;
import nl.meedoen.insight.web.cards.LadderCard;
import nl.meedoen.insight.web.cards.QuartersCard;
import nl.meedoen.insight.web.cards.Say;
import nl.meedoen.insight.web.cards.View;
import nl.meedoen.privacy.Exports;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page and the tables of an area out of its counters. */
@Component
class Dashboards {

    private final FigureReader reader;
    private final Exports exports;
    private final Say say;
    private final Words words;

    Dashboards(FigureReader reader, Exports exports, Say say, Words words) {
        this.reader = reader;
        this.exports = exports;
        this.say = say;
        this.words = words;
    }

    /** @throws NotFound for an area out of reach, and for a period that there is not */
    @Transactional(readOnly = true)
    public DashboardPage page(Actor actor, @Nullable String wanted, @Nullable String wantedPeriod) {
        Period period = period(wantedPeriod);
        FigureReader.Read read = reader.read(actor, wanted);
        Area area = read.choice().chosen().orElse(null);
        boolean mayAim = actor.role().may(Permission.TARGETS_EDIT);
        if (area == null) {
            String none = say.text("insight.none");
            return new DashboardPage(
                    say.text("insight.title"),
                    "",
                    List.of(),
                    period.code(),
                    periods(),
                    span(period, words.today()),
                    period.programme(),
                    none,
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    read.refreshedAt(),
                    true,
                    mayAim);
        }
        boolean residents = area.kind() == AreaKind.MUNICIPALITY || area.kind() == AreaKind.GROUP;
        View view = view(read, area, period);
        String notice = notice(view.figures().of(REGISTERED), view.noun());
        DashboardPage.PartsCard parts = PartsReader.of(read, area, view);
        List<Option> areas = read.choice().several()
                ? read.choice().areas().stream()
                        .map(each -> new Option(each.code(), name(each)))
                        .toList()
                : List.of();
        return new DashboardPage(
                say.text("insight.title.of", name(area)),
                area.code(),
                areas,
                period.code(),
                periods(),
                span(period, view.day()),
                period.programme(),
                notice,
                notice == null ? Hero.of(view, residents) : null,
                target(area, view.figures()),
                notice == null ? Kpi.of(view) : List.of(),
                notice == null ? cards(view) : null,
                parts,
                tables(notice == null, parts),
                read.refreshedAt(),
                residents,
                mayAim);
    }

    /**
     * A table of the page, for a file; written to the trail.
     *
     * @throws NotFound for a table that there is not
     * @throws nl.meedoen.webkit.RuleBroken when somebody takes too many files
     */
    @Transactional
    public TableRows table(Actor actor, @Nullable String wanted, @Nullable String wantedPeriod, String table)
            throws IOException {
        Period period = period(wantedPeriod);
        FigureReader.Read read = reader.read(actor, wanted);
        Area area = read.choice().chosen().orElse(null);
        TableRows rows = area == null
                ? TableRows.none(table, say)
                : TableRows.of(
                        table,
                        name(area),
                        view(read, area, period),
                        PartsReader.of(read, area, view(read, area, period)));
        exports.register(
                actor,
                "dashboard." + table,
                (area == null ? "" : area.code()) + (period.programme() ? "" : " " + period.code()));
        return rows;
    }

    private View view(FigureReader.Read read, Area area, Period period) {
        boolean residents = area.kind() == AreaKind.MUNICIPALITY || area.kind() == AreaKind.GROUP;
        String noun = say.text(residents ? "insight.residents" : "insight.participants");
        return new View(read.figures(), new Goals(area, read.targets()), period, day(read.refreshedAt()), say, noun);
    }

    private Period period(@Nullable String wanted) {
        return wanted == null || wanted.isBlank()
                ? Period.PROGRAMME
                : Period.read(wanted, words.today()).orElseThrow(NotFound::new);
    }

    private List<Option> periods() {
        return Period.on(words.today()).stream()
                .map(period -> new Option(
                        period.code(),
                        period.programme()
                                ? say.text("insight.period.programme")
                                : period.quarter() == 0
                                        ? String.valueOf(period.year())
                                        : say.text("insight.quarter." + period.quarter()) + " " + period.year()))
                .toList();
    }

    /** The days of a period in words; of one that runs, until the day of the figures. */
    private String span(Period period, LocalDate day) {
        if (period.programme()) {
            return say.text("insight.period", words.fullDate(day));
        }
        LocalDate until = period.until().isAfter(day) ? day : period.until();
        return say.text("insight.period.of", words.fullDate(period.from()), words.fullDate(until));
    }

    private String name(Area area) {
        return switch (area.kind()) {
            case COUNTRY -> say.text("insight.country");
            case GROUP -> area.name() == null ? say.text("insight.service") : area.name();
            case REGION -> say.text("insight.region", String.valueOf(area.name()));
            case MUNICIPALITY -> String.valueOf(area.name());
        };
    }

    private LocalDate day(@Nullable Instant at) {
        return at == null ? words.today() : LocalDate.ofInstant(at, Words.ZONE);
    }

    private @Nullable String notice(Figure registered, String noun) {
        return switch (registered.mark()) {
            case SHOWN -> registered.zero() ? say.text("insight.nobody", noun) : null;
            case SMALL -> say.text("insight.few", noun);
            case WITHHELD -> say.text("insight.withheld.all", noun);
        };
    }

    private DashboardPage.@Nullable Target target(Area area, FigureSet figures) {
        Integer target = area.target();
        Figure registered = figures.of(REGISTERED);
        if (target == null || !registered.shown()) {
            return null;
        }
        long left = target - registered.n();
        String note = left > 0
                ? say.text("insight.target.left", say.number(left))
                : left == 0 ? say.text("insight.target.met") : say.text("insight.target.over", say.number(-left));
        String label = say.text("insight.target.label", say.number(registered.n()), say.number(target));
        return new DashboardPage.Target(Math.min(registered.n(), target), target, label, note);
    }

    private DashboardPage.Cards cards(View view) {
        return new DashboardPage.Cards(
                Funnel.of(view.figures(), say),
                todo(view.figures(), view.noun()),
                LadderCard.of(view.figures(), say, view.noun()),
                KindsCard.of(view),
                AttendanceCard.of(view),
                QuartersCard.of(view),
                FlowCard.of(view));
    }

    private List<DashboardPage.Todo> todo(FigureSet figures, String noun) {
        List<DashboardPage.Todo> list = new ArrayList<>();
        Figure waiting = figures.of(STATE, "WAITING_COACH");
        if (visible(waiting)) {
            BigDecimal average = figures.average(WAITING_DAYS);
            String text = say.text("insight.todo.waiting", noun);
            if (average != null) {
                long days = average.setScale(0, RoundingMode.HALF_UP).longValue();
                text += " " + say.text("insight.todo.waiting.days", days);
            }
            list.add(new DashboardPage.Todo(say.cell(waiting), text));
        }
        Figure stopped = figures.of(STATE, "STOPPED");
        if (visible(stopped)) {
            list.add(new DashboardPage.Todo(say.cell(stopped), say.text("insight.todo.stopped", noun)));
        }
        Figure lower = figures.of(RUNG_CHANGE, "DOWN");
        if (visible(lower)) {
            list.add(new DashboardPage.Todo(say.cell(lower), say.text("insight.todo.lower", noun)));
        }
        return list;
    }

    private static boolean visible(Figure figure) {
        return figure.small() || (figure.shown() && figure.n() > 0);
    }

    private static List<String> tables(boolean cards, DashboardPage.@Nullable PartsCard parts) {
        List<String> tables = new ArrayList<>(cards ? TableRows.OF_CARDS : List.of());
        if (parts != null) {
            tables.add(TableRows.AREAS);
        }
        return tables;
    }
}
