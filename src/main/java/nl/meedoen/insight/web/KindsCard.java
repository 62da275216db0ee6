package nl.meedoen.insight.web;

import static nl.meedoen.insight.figures.Measure.*;

import java.util.List;
import nl.meedoen.insight.suppression.Mark;

/** What those who are placed do. */
record KindsCard(String conclusion, boolean any, List<Row> rows) {

    /** A kind; the bar is per hundred of the longest one. */
    record Row(String code, Figure figure, String count, double bar) {}

    static KindsCard of(FigureSet figures, Say say) {
        Figure placed = figures.of(STATE, "PLACED");
        long longest = KIND.dimensions().stream()
                .mapToLong(kind -> figures.of(KIND, kind).n())
                .max()
                .orElse(1);
        List<Row> rows = KIND.dimensions().stream()
                .map(kind -> {
                    Figure figure = figures.of(KIND, kind);
                    return new Row(
                            kind.toLowerCase(java.util.Locale.ROOT),
                            figure,
                            say.cell(figure),
                            figure.percentOf(longest));
                })
                .toList();
        String conclusion = placed.mark() == Mark.WITHHELD
                ? say.text("insight.hidden")
                : say.text("insight.kinds.now", say.words(placed));
        return new KindsCard(conclusion, !placed.zero(), rows);
    }
}
