package nl.meedoen.insight.web.cards;

import static nl.meedoen.insight.figures.Measure.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.meedoen.insight.figures.Measure;
import nl.meedoen.insight.suppression.Mark;
import org.jspecify.annotations.Nullable;

/** The rungs of the participation ladder, at the start and now; null bars where a count is hidden. */
public record LadderCard(
        String conclusion,
        boolean any,
        List<Row> rows,
        @Nullable String missing) {

    /** A rung; both bars are per hundred of the longest one. */
    public record Row(
            int rung,
            Figure start,
            Figure now,
            String startCount,
            String nowCount,
            String left,
            String startBar,
            String nowBar) {}

    /** Reads the rungs; {@code noun} is what people are called here. */
    public static LadderCard of(FigureSet figures, Say say, String noun) {
        long longest = 1;
        for (Measure each : List.of(RUNG_START, RUNG_NOW)) {
            for (String rung : each.dimensions()) {
                longest = Math.max(longest, figures.of(each, rung).n());
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int rung = 6; rung >= 1; rung--) {
            Figure start = figures.of(RUNG_START, String.valueOf(rung));
            Figure now = figures.of(RUNG_NOW, String.valueOf(rung));
            double left = start.percentOf(longest);
            rows.add(new Row(
                    rung,
                    start,
                    now,
                    say.cell(start),
                    say.cell(now),
                    percent(100 - left),
                    percent(left),
                    percent(now.percentOf(longest))));
        }
        Figure measured = figures.of(MEASURED);
        List<Row> shown = say.worthShowing(rows, row -> List.of(row.start(), row.now()));
        return new LadderCard(
                conclusion(figures, measured, say, noun),
                !measured.zero() && !shown.isEmpty(),
                shown,
                measured.zero()
                        ? null
                        : say.missing(rows.stream()
                                .flatMap(row -> Stream.of(row.start(), row.now()))
                                .toList()));
    }

    private static String conclusion(FigureSet figures, Figure measured, Say say, String noun) {
        if (measured.zero()) {
            return say.text("insight.ladder.nobody");
        }
        if (measured.mark() == Mark.WITHHELD) {
            return say.text("insight.hidden");
        }
        List<String> parts = new ArrayList<>();
        for (String change : RUNG_CHANGE.dimensions()) {
            Figure figure = figures.of(RUNG_CHANGE, change);
            if (figure.mark() != Mark.WITHHELD) {
                parts.add(say.text("insight.ladder." + change.toLowerCase(Locale.ROOT), say.words(figure)));
            }
        }
        String measuredWords = say.text("insight.ladder.measured", say.start(measured), noun);
        return measuredWords
                + (parts.isEmpty() || measured.small()
                        ? ""
                        : " " + say.text("insight.ladder.of-them", String.join(", ", parts)));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
