package nl.meedoen.insight.web;

import static nl.meedoen.insight.figures.Measure.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import nl.meedoen.insight.figures.Area;
import nl.meedoen.insight.figures.AreaKind;
import nl.meedoen.insight.figures.Period;
import nl.meedoen.insight.web.cards.Figure;
import nl.meedoen.insight.web.cards.FigureSet;
import nl.meedoen.insight.web.cards.Goals;
import nl.meedoen.insight.web.cards.Say;
import nl.meedoen.insight.web.cards.View;
import org.jspecify.annotations.Nullable;

/** Lays what an area is made of side by side: regions of the country, municipalities of an office. */
final class PartsReader {

    private PartsReader() {}

    /** Null for an area without parts. */
    static DashboardPage.@Nullable PartsCard of(FigureReader.Read read, Area area, View view) {
        if (read.parts().isEmpty()) {
            return null;
        }
        long longest = read.parts().stream()
                .mapToLong(part ->
                        Math.max(figures(read, part).of(REGISTERED).n(), part.target() == null ? 0 : part.target()))
                .max()
                .orElse(1);
        Period period = view.period().programme() ? new Period(view.day().getYear(), 0) : view.period();
        List<DashboardPage.Part> rows = new ArrayList<>();
        for (Area part : read.parts()) {
            rows.add(row(read, part, view, period, longest));
        }
        String begun = view.say().text("insight.column.begun-in", view.within(period));
        return new DashboardPage.PartsCard(area.kind() == AreaKind.COUNTRY, begun, rows);
    }

    private static DashboardPage.Part row(FigureReader.Read read, Area part, View view, Period period, long longest) {
        Say say = view.say();
        FigureSet figures = figures(read, part);
        Figure registered = figures.of(REGISTERED);
        Figure placed = figures.of(STATE, "PLACED");
        Figure begun = figures.of(BEGUN, period.dimension());
        Integer target = part.target();
        Integer aim = new Goals(part, read.targets()).placements(period);
        return new DashboardPage.Part(
                part.code(),
                String.valueOf(part.name()),
                registered,
                placed,
                begun,
                say.cell(registered),
                say.cell(placed),
                say.cell(begun),
                aim == null ? "" : say.number(aim),
                waiting(figures, say),
                target,
                against(registered, target, say),
                registered.percentOf(longest));
    }

    private static String against(Figure registered, @Nullable Integer target, Say say) {
        if (target == null) {
            return "";
        }
        return registered.enough()
                ? say.text("insight.target.share", say.number(target), Math.round(100.0 * registered.n() / target))
                : say.text("insight.target.of", say.number(target));
    }

    private static String waiting(FigureSet figures, Say say) {
        BigDecimal days = figures.average(WAITING_DAYS);
        if (days == null) {
            return say.text("insight.withheld");
        }
        long whole = days.setScale(0, RoundingMode.HALF_UP).longValue();
        return say.number(whole) + " " + say.text("insight.days", whole);
    }

    private static FigureSet figures(FigureReader.Read read, Area part) {
        return read.ofParts().getOrDefault(part.code(), new FigureSet());
    }
}
