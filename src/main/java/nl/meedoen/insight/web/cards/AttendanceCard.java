package nl.meedoen.insight.web.cards;

import static nl.meedoen.insight.figures.Measure.*;

import java.util.List;
import java.util.Locale;
import nl.meedoen.insight.suppression.Mark;
import org.jspecify.annotations.Nullable;

/** How much of the training people are there for. */
public record AttendanceCard(
        String conclusion,
        boolean any,
        List<Row> rows,
        @Nullable String missing) {

    /** A band of attendance; the bar is per hundred of all who could have been there. */
    public record Row(String code, Figure figure, String count, double bar) {}

    /** Reads the bands of attendance. */
    public static AttendanceCard of(View view) {
        Say say = view.say();
        Figure all = view.figures().of(ATTENDED);
        List<Row> rows = ATTENDANCE.dimensions().stream()
                .map(band -> {
                    Figure figure = view.figures().of(ATTENDANCE, band);
                    return new Row(band.toLowerCase(Locale.ROOT), figure, say.cell(figure), figure.percentOf(all.n()));
                })
                .toList();
        List<Row> shown = say.worthShowing(rows, row -> List.of(row.figure()));
        boolean known = !all.zero() && all.mark() != Mark.WITHHELD;
        return new AttendanceCard(
                conclusion(view, all),
                known && !shown.isEmpty(),
                shown,
                known ? say.missing(rows.stream().map(Row::figure).toList()) : null);
    }

    private static String conclusion(View view, Figure all) {
        Say say = view.say();
        Figure high = view.figures().of(ATTENDANCE, "HIGH");
        if (all.zero()) {
            return say.text("insight.attendance.nobody");
        }
        if (all.mark() == Mark.WITHHELD) {
            return say.text("insight.hidden");
        }
        return all.enough() && high.shown()
                ? say.text(
                        "insight.attendance.most",
                        Math.round(high.percentOf(all.n())),
                        say.number(all.n()),
                        view.noun())
                : say.text("insight.attendance.of", say.start(all), view.noun());
    }
}
