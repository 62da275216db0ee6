package nl.meedoen.insight.figures;

import static nl.meedoen.insight.figures.Measure.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.insight.suppression.AreaTree;
import nl.meedoen.insight.suppression.Column;
import nl.meedoen.insight.suppression.Mark;
import nl.meedoen.insight.suppression.Split;
import nl.meedoen.insight.suppression.Suppression;
import nl.meedoen.kernel.Tally;

/** Adds up the rooms' counts over the areas and leaves out what may not be seen. */
final class Publication {

    private static final String ALL = "ALL";

    // What the funnel and the dots add up (had an intake, found a coach, made a plan, on the way to one) and what a
    // reader gets who subtracts those from all who registered, or adds two of the groups that the dots show.
    private static final int[] SUMS_OF_STATES = {
        0b011110, 0b011100, 0b011000, 0b000111, 0b100001, 0b100011, 0b100111, 0b110000, 0b101000, 0b010111, 0b001111
    };

    // The placed and the active lead the page; better to withhold another.
    private static final int[] STATES = {1, 1, 1, 3, 10, 2};

    private final AreaPlan plan;
    private final AreaTree tree;
    private final Suppression suppression;
    private final Map<String, long[]> counts = new HashMap<>();
    private final Map<String, long[]> sums = new HashMap<>();
    private final List<Published> published = new ArrayList<>();

    private Publication(AreaPlan plan, List<Tally> tallies) {
        this.plan = plan;
        tree = plan.tree();
        suppression = new Suppression(tree);
        for (Tally tally : tallies) {
            Integer area = plan.index(AreaPlan.code(tally.municipality()));
            if (area != null) {
                String key = tally.measure() + '|' + tally.dimension();
                counts.computeIfAbsent(key, none -> new long[tree.size()])[area] += tally.n();
                sums.computeIfAbsent(key, none -> new long[tree.size()])[area] += tally.sum();
            }
        }
    }

    /** All figures that may be seen. */
    static List<Published> of(AreaPlan plan, List<Tally> tallies, LocalDate today) {
        Publication publication = new Publication(plan, tallies);
        publication.people();
        publication.ladder();
        publication.placements(today);
        return publication.published;
    }

    private void people() {
        Column registered = total(REGISTERED, STATE);
        Split states = suppression.split(registered, rows(STATE, STATE.dimensions()), STATES, SUMS_OF_STATES);
        put(STATE, STATE.dimensions(), states);
        Column placed = states.column(STATE.dimensions().indexOf("PLACED"));
        put(KIND, KIND.dimensions(), split(placed, KIND, KIND.dimensions()));
        Column waiting = states.column(STATE.dimensions().indexOf("WAITING_COACH"));
        long[] days = tree.sums(sums.getOrDefault("STATE|WAITING_COACH", new long[tree.size()]));
        for (int area = 0; area < tree.size(); area++) {
            average(WAITING_DAYS, area, days[area], waiting.value(area), waiting.mark(area) == Mark.SHOWN);
        }
        Column attended = total(ATTENDED, ATTENDANCE);
        put(ATTENDANCE, ATTENDANCE.dimensions(), split(attended, ATTENDANCE, ATTENDANCE.dimensions()));
    }

    private void ladder() {
        Column measured = total(MEASURED, RUNG_CHANGE);
        Split start = split(measured, RUNG_START, RUNG_START.dimensions());
        Split now = split(measured, RUNG_NOW, RUNG_NOW.dimensions());
        Split change = split(measured, RUNG_CHANGE, RUNG_CHANGE.dimensions());
        put(RUNG_START, RUNG_START.dimensions(), start);
        put(RUNG_NOW, RUNG_NOW.dimensions(), now);
        put(RUNG_CHANGE, RUNG_CHANGE.dimensions(), change);
        long[] gain = new long[tree.size()];
        for (String dimension : RUNG_CHANGE.dimensions()) {
            long[] each = sums.getOrDefault("RUNG_CHANGE|" + dimension, new long[tree.size()]);
            for (int area = 0; area < gain.length; area++) {
                gain[area] += each[area];
            }
        }
        long[] gains = tree.sums(gain);
        for (int area = 0; area < tree.size(); area++) {
            // the average is a sum over the rungs: with one of them hidden it would tell what it is
            boolean open = measured.mark(area) == Mark.SHOWN && start.whole(area) && now.whole(area);
            average(RUNG_GAIN, area, gains[area], measured.value(area), open);
        }
    }

    private void placements(LocalDate today) {
        for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
            int quarters = year == today.getYear() ? (today.getMonthValue() + 2) / 3 : 4;
            List<String> dimensions = new ArrayList<>();
            for (int quarter = 1; quarter <= quarters; quarter++) {
                dimensions.add(year + "-" + quarter);
            }
            Column total = suppression.total(totals(rows(STARTED, dimensions)));
            put(YEAR, String.valueOf(year), total);
            put(STARTED, dimensions, split(total, STARTED, dimensions));
        }
        Column reached = total(REACHED, LASTING);
        put(LASTING, LASTING.dimensions(), split(reached, LASTING, LASTING.dimensions()));
        long[] people = tree.sums(counts.getOrDefault("PLAN_TO_PLACEMENT|ALL", new long[tree.size()]));
        long[] days = tree.sums(sums.getOrDefault("PLAN_TO_PLACEMENT|ALL", new long[tree.size()]));
        for (int area = 0; area < tree.size(); area++) {
            average(PLAN_TO_PLACEMENT, area, days[area], people[area], true);
        }
    }

    private Column total(Measure total, Measure parts) {
        Column column = suppression.total(totals(rows(parts, parts.dimensions())));
        put(total, ALL, column);
        return column;
    }

    private Split split(Column total, Measure measure, List<String> dimensions) {
        int[] weights = new int[dimensions.size()];
        java.util.Arrays.fill(weights, 1);
        return suppression.split(total, rows(measure, dimensions), weights);
    }

    private long[][] rows(Measure measure, List<String> dimensions) {
        long[][] rows = new long[tree.size()][dimensions.size()];
        for (int each = 0; each < dimensions.size(); each++) {
            long[] column = counts.get(measure + "|" + dimensions.get(each));
            for (int area = 0; column != null && area < rows.length; area++) {
                rows[area][each] = column[area];
            }
        }
        return rows;
    }

    private static long[] totals(long[][] rows) {
        return java.util.Arrays.stream(rows)
                .mapToLong(row -> java.util.Arrays.stream(row).sum())
                .toArray();
    }

    private void put(Measure measure, List<String> dimensions, Split split) {
        for (int each = 0; each < dimensions.size(); each++) {
            put(measure, dimensions.get(each), split.column(each));
        }
    }

    private void put(Measure measure, String dimension, Column column) {
        for (int area = 0; area < tree.size(); area++) {
            Mark mark = column.mark(area);
            long n = column.value(area);
            if (mark != Mark.SHOWN || n != 0) {
                String code = plan.areas().get(area).code();
                published.add(
                        new Published(code, measure.name(), dimension, mark, mark == Mark.SHOWN ? n : null, null));
            }
        }
    }

    private void average(Measure measure, int area, long sum, long people, boolean open) {
        if (open && people >= Suppression.THRESHOLD) {
            BigDecimal average = BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(people), 3, RoundingMode.HALF_UP);
            published.add(new Published(plan.areas().get(area).code(), measure.name(), ALL, Mark.SHOWN, null, average));
        }
    }
}
