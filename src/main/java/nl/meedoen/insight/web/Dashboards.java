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
import nl.meedoen.insight.figures.Area;
import nl.meedoen.insight.figures.AreaKind;
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

    /** @throws NotFound for an area out of reach */
    @Transactional(readOnly = true)
    public DashboardPage page(Actor actor, @Nullable String wanted) {
        FigureReader.Read read = reader.read(actor, wanted);
        Area area = read.choice().chosen().orElse(null);
        if (area == null) {
            return new DashboardPage(
                    say.text("insight.title"),
                    "",
                    List.of(),
                    say.text("insight.none"),
                    null,
                    null,
                    List.of(),
                    null,
                    null,
                    List.of(),
                    read.refreshedAt(),
                    true);
        }
        FigureSet figures = read.figures();
        boolean residents = area.kind() == AreaKind.MUNICIPALITY || area.kind() == AreaKind.GROUP;
        String noun = say.text(residents ? "insight.residents" : "insight.participants");
        String notice = notice(figures.of(REGISTERED), noun);
        LocalDate day = day(read.refreshedAt());
        DashboardPage.PartsCard parts = parts(read, area);
        List<Option> areas = read.choice().several()
                ? read.choice().areas().stream()
                        .map(each -> new Option(each.code(), name(each)))
                        .toList()
                : List.of();
        return new DashboardPage(
                say.text("insight.title.of", name(area)),
                area.code(),
                areas,
                notice,
                notice == null ? Hero.of(figures, say, noun, residents) : null,
                target(area, figures),
                notice == null ? Kpi.of(figures, say, day) : List.of(),
                notice == null ? cards(figures, noun, day) : null,
                parts,
                tables(notice == null, parts),
                read.refreshedAt(),
                residents);
    }

    /**
     * A table of the page, for a file; written to the trail.
     *
     * @throws NotFound for a table that there is not
     * @throws nl.meedoen.webkit.RuleBroken when somebody takes too many files
     */
    @Transactional
    public TableRows table(Actor actor, @Nullable String wanted, String table) throws IOException {
        FigureReader.Read read = reader.read(actor, wanted);
        Area area = read.choice().chosen().orElse(null);
        String name = area == null ? "" : name(area);
        TableRows rows = TableRows.of(table, name, read, day(read.refreshedAt()), say, this::name);
        exports.register(actor, "dashboard." + table, area == null ? "" : area.code());
        return rows;
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

    private DashboardPage.Cards cards(FigureSet figures, String noun, LocalDate day) {
        return new DashboardPage.Cards(
                Funnel.of(figures, say),
                todo(figures, noun),
                LadderCard.of(figures, say, noun),
                KindsCard.of(figures, say),
                QuartersCard.of(figures, say, day));
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

    private DashboardPage.@Nullable PartsCard parts(FigureReader.Read read, Area area) {
        if (read.parts().isEmpty()) {
            return null;
        }
        boolean regions = area.kind() == AreaKind.COUNTRY;
        List<DashboardPage.Part> rows = new ArrayList<>();
        long longest = read.parts().stream()
                .mapToLong(part -> of(read, part).of(REGISTERED).n())
                .max()
                .orElse(1);
        for (Area part : read.parts()) {
            FigureSet figures = of(read, part);
            Figure registered = figures.of(REGISTERED);
            Figure placed = figures.of(STATE, "PLACED");
            Integer target = part.target();
            rows.add(new DashboardPage.Part(
                    part.code(),
                    String.valueOf(part.name()),
                    registered,
                    placed,
                    say.cell(registered),
                    say.cell(placed),
                    target == null ? "" : say.number(target),
                    registered.percentOf(target == null ? longest : Math.max(target, registered.n()))));
        }
        return new DashboardPage.PartsCard(regions, rows);
    }

    private static FigureSet of(FigureReader.Read read, Area part) {
        return read.ofParts().getOrDefault(part.code(), new FigureSet());
    }

    private static List<String> tables(boolean cards, DashboardPage.@Nullable PartsCard parts) {
        List<String> tables = new ArrayList<>(cards ? TableRows.OF_CARDS : List.of());
        if (parts != null) {
            tables.add(TableRows.AREAS);
        }
        return tables;
    }
}
