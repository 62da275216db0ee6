package nl.meedoen.insight.web.cards;

import static nl.meedoen.insight.figures.Measure.*;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.insight.figures.Period;

/** Who came and who left: registrations, placements and ended benefits by quarter, and by year where there is room. */
public record FlowCard(String conclusion, List<Row> rows) {

    /** A quarter or a year. */
    public record Row(
            String name,
            boolean chosen,
            boolean year,
            Figure registered,
            Figure begun,
            Figure left,
            String registeredCount,
            String begunCount,
            String leftCount) {}

    /** Reads the quarters of this year and the last, and each of these years as a whole. */
    public static FlowCard of(View view) {
        List<Row> rows = new ArrayList<>();
        for (int year = view.day().getYear() - 1; year <= view.day().getYear(); year++) {
            Period.quarters(year, view.day()).forEach(quarter -> rows.add(row(view, quarter)));
            rows.add(row(view, new Period(year, 0)));
        }
        return new FlowCard(conclusion(view), rows);
    }

    private static Row row(View view, Period period) {
        Figure registered = view.figures().of(REGISTERED, period.dimension());
        Figure begun = view.figures().of(BEGUN, period.dimension());
        Figure left = view.figures().of(LEFT, period.dimension());
        Say say = view.say();
        return new Row(
                view.words(period),
                period.equals(view.period()),
                period.quarter() == 0,
                registered,
                begun,
                left,
                say.cell(registered),
                say.cell(begun),
                say.cell(left));
    }

    private static String conclusion(View view) {
        Say say = view.say();
        if (!view.period().programme()) {
            Figure left = view.figures().of(LEFT, view.period().dimension());
            return left.shown() || left.small()
                    ? say.text("insight.flow.left", say.start(left), view.noun(), view.within(view.period()))
                    : say.text("insight.hidden");
        }
        Figure left = view.figures().of(OUTFLOW, "LEFT");
        Figure had = view.figures().of(BENEFIT);
        if (had.zero()) {
            return say.text("insight.flow.nobody");
        }
        return had.shown() && (left.shown() || left.small())
                ? say.text("insight.flow.of", say.start(left), say.number(had.n()), view.noun())
                : say.text("insight.hidden");
    }
}
