package nl.meedoen.insight.web.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A dot for each person, eight in a column; above 240 people each dot stands for more.
 *
 * @param people how many people a dot stands for
 * @param viewBox of the drawing
 */
record Dots(long people, String viewBox, List<Dot> dots) {

    private static final int MOST = 240;
    private static final int ROWS = 8;
    private static final int COLUMNS = 27;
    private static final int WIDE = 24;
    private static final int HIGH = 23;
    private static final List<Integer> STEPS = List.of(1, 2, 5);

    /** One dot; the kind is the group's class in the stylesheet, and p5 what is not told apart. */
    record Dot(String kind, String x, String y, String barX, String barY) {}

    /** @param groups how many people there are in each group, in the order of the legend */
    static Dots of(long... groups) {
        long all = 0;
        for (long group : groups) {
            all += group;
        }
        long each = 1;
        for (int power = 1; all > each * MOST; power *= 10) {
            for (int step : STEPS) {
                if (all > each * MOST) {
                    each = (long) step * power;
                }
            }
        }
        List<Dot> dots = new ArrayList<>();
        long before = 0;
        for (int group = 0; group < groups.length; group++) {
            // rounded over the running total, so that the dots add up
            long after = before + groups[group];
            long until = Math.round((double) after / each);
            while (dots.size() < until) {
                dots.add(dot("p" + (group + 1), dots.size()));
            }
            before = after;
        }
        int columns = Math.max(COLUMNS, (dots.size() + ROWS - 1) / ROWS);
        return new Dots(each, "0 0 " + columns * WIDE + " " + ROWS * HIGH, dots);
    }

    private static Dot dot(String kind, int at) {
        double x = 12 + (double) (at / ROWS) * WIDE;
        double y = 11.5 + at % ROWS * HIGH;
        return new Dot(kind, number(x), number(y), number(x - 8), number(y - 2.5));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
