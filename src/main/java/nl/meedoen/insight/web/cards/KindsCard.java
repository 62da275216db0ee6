package nl.meedoen.insight.web.cards;

import static nl.meedoen.insight.figures.Measure.*;

import java.util.List;
import nl.meedoen.insight.suppression.Mark;
import org.jspecify.annotations.Nullable;

/** What those who are placed do; of a year, what the placements were that began in it. */
public record KindsCard(
        String conclusion,
        boolean any,
        List<Row> rows,
        @Nullable String missing) {

    /** A kind; the bar is per hundred of the longest one. */
    public record Row(String code, Figure figure, String count, double bar) {}

    /** Reads the kinds of the period that was chosen. */
    public static KindsCard of(View view) {
        Say say = view.say();
        boolean year = view.period().wholeYear();
        Figure whole = year
                ? view.figures().of(BEGUN, view.period().dimension())
                : view.figures().of(STATE, "PLACED");
        long longest = KIND.dimensions().stream()
                .mapToLong(kind -> figure(view, kind).n())
                .max()
                .orElse(1);
        List<Row> rows = KIND.dimensions().stream()
                .map(kind -> {
                    Figure figure = figure(view, kind);
                    return new Row(
                            kind.toLowerCase(java.util.Locale.ROOT),
                            figure,
                            say.cell(figure),
                            figure.percentOf(longest));
                })
                .toList();
        String conclusion;
        if (whole.mark() == Mark.WITHHELD) {
            conclusion = say.text("insight.hidden");
        } else if (year) {
            conclusion = say.text("insight.kinds.begun", say.start(whole), view.within(view.period()));
        } else {
            conclusion = say.text("insight.kinds.now", say.start(whole));
        }
        List<Row> shown = say.worthShowing(rows, row -> List.of(row.figure()));
        return new KindsCard(
                conclusion,
                !whole.zero() && !shown.isEmpty(),
                shown,
                whole.zero() ? null : say.missing(rows.stream().map(Row::figure).toList()));
    }

    private static Figure figure(View view, String kind) {
        return view.period().wholeYear()
                ? view.figures().of(BEGUN_KIND, view.period().code() + "/" + kind)
                : view.figures().of(KIND, kind);
    }
}
