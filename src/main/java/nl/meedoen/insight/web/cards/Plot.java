package nl.meedoen.insight.web.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The quarters as a drawing: where each bar, line and word goes. */
record Plot(String id, String viewBox, List<Line> lines, List<Bar> bars, List<Word> years, List<String> cuts) {

    /** A line of the grid with its number; the lowest is the axis. */
    record Line(String path, String x, String y, String text, boolean axis) {}

    /** A quarter's bar, the number on it, the name under it, and the line of its target where there is one. */
    record Bar(
            String x,
            String y,
            String width,
            String height,
            String middle,
            String above,
            String count,
            String name,
            String under,
            boolean running,
            @Nullable String target) {}

    /** A year under its quarters. */
    record Word(String x, String y, String text) {}

    /** The measures of a drawing. */
    private record Frame(String id, int left, int right, int top, int bottom, int high, double share, String nameKey) {}

    static Plot wide(List<QuartersCard.Quarter> quarters, Say say) {
        return draw(new Frame("wide", 34, 1098, 22, 268, 330, 0.6, "insight.quarter.name."), quarters, say);
    }

    static Plot small(List<QuartersCard.Quarter> quarters, Say say) {
        return draw(new Frame("small", 28, 324, 26, 238, 300, 0.72, "insight.quarter.short."), quarters, say);
    }

    private static Plot draw(Frame frame, List<QuartersCard.Quarter> quarters, Say say) {
        long most = quarters.stream()
                .mapToLong(quarter -> Math.max(quarter.figure().n(), quarter.target() == null ? 0 : quarter.target()))
                .max()
                .orElse(0);
        long step = step(most);
        long top = Math.max(step, (most + step - 1) / step * step);
        double scale = (double) (frame.bottom - frame.top) / top;
        List<Line> lines = new ArrayList<>();
        for (long value = 0; value <= top; value += step) {
            double y = frame.bottom - value * scale;
            lines.add(new Line(
                    "M" + frame.left + " " + number(y) + "H" + frame.right,
                    String.valueOf(frame.left - 8),
                    number(y + 5),
                    say.number(value),
                    value == 0));
        }
        double slot = (double) (frame.right - frame.left) / quarters.size();
        List<Bar> bars = new ArrayList<>();
        List<Word> years = new ArrayList<>();
        List<String> cuts = new ArrayList<>();
        int first = 0;
        for (int at = 0; at < quarters.size(); at++) {
            QuartersCard.Quarter quarter = quarters.get(at);
            double middle = frame.left + slot * (at + 0.5);
            double height = quarter.figure().n() * scale;
            bars.add(new Bar(
                    number(middle - slot * frame.share / 2),
                    number(frame.bottom - height),
                    number(slot * frame.share),
                    number(height),
                    number(middle),
                    number(above(frame, quarter, height, scale)),
                    quarter.count(),
                    say.text(frame.nameKey + quarter.number()),
                    String.valueOf(frame.bottom + 22),
                    quarter.running(),
                    target(frame, quarter, middle, slot, scale)));
            if (at + 1 == quarters.size() || quarters.get(at + 1).year() != quarter.year()) {
                years.add(new Word(
                        number(frame.left + slot * (first + at + 1) / 2),
                        String.valueOf(frame.bottom + 48),
                        String.valueOf(quarter.year())));
                if (at + 1 < quarters.size()) {
                    cuts.add("M" + number(frame.left + slot * (at + 1)) + " " + frame.bottom + "v52");
                }
                first = at + 1;
            }
        }
        return new Plot(frame.id, "0 0 " + (frame.right + 2) + " " + frame.high, lines, bars, years, cuts);
    }

    /** Above the bar, and above the target's line where that would run through the number. */
    private static double above(Frame frame, QuartersCard.Quarter quarter, double height, double scale) {
        double line = quarter.target() == null ? 0 : quarter.target() * scale;
        double top = line > height - 4 && line < height + 26 ? line : height;
        return frame.bottom - top - 9;
    }

    private static @Nullable String target(
            Frame frame, QuartersCard.Quarter quarter, double middle, double slot, double scale) {
        if (quarter.target() == null) {
            return null;
        }
        double half = slot * Math.min(1, frame.share + 0.15) / 2;
        return "M" + number(middle - half) + " " + number(frame.bottom - quarter.target() * scale) + "H"
                + number(middle + half);
    }

    /** So that there are four lines or fewer above the axis, at whole numbers. */
    private static long step(long most) {
        long step = 1;
        for (long power = 1; step * 4 < most; power *= 10) {
            for (long each : new long[] {1, 2, 5}) {
                if (step * 4 < most) {
                    step = each * power;
                }
            }
        }
        return step;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
