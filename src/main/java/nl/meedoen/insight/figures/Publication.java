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

    // Who stands higher leads the ladder.
    private static final int[] CHANGES = {10, 1, 1};

    private final AreaIndex plan;
    private final AreaTree tree;
    private final Suppression suppression;
    private final Map<String, long[]> counts = new HashMap<>();
    private final Map<String, long[]> sums = new HashMap<>();
    private final List<Published> published = new ArrayList<>();

    private final LocalDate today;

    private Publication(AreaIndex plan, List<Tally> tallies, LocalDate today) {
        this.plan = plan;
        this.today = today;
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
    static List<Published> of(AreaIndex plan, List<Tally> tallies, LocalDate today) {
        Publication publication = new Publication(plan, tallies, today);
        publication.people();
        publication.ladder();
        publication.placements();
        publication.benefits();
        return publication.published;
    }

    private void people() {
        Column registered = total(REGISTERED, STATE);
        Split states = suppression.split(registered, rows(STATE, STATE.dimensions()), STATES, SUMS_OF_STATES);
        put(STATE, STATE.dimensions(), states);
        periods(REGISTERED, registered);
        Column placed = states.column(STATE.dimensions().indexOf("PLACED"));
        put(KIND, KIND.dimensions(), split(placed, KIND, KIND.dimensions()));
        Column waiting = states.column(STATE.dimensions().indexOf("WAITING_COACH"));
        long[] days = tree.sums(sums.getOrDefault("STATE|WAITING_COACH", new long[tree.size()]));
        for (int area = 0; area < tree.size(); area++) {
            boolean open = waiting.mark(area) == Mark.SHOWN;
            average(WAITING_DAYS, ALL, area, days[area], waiting.value(area), open, 0);
        }
        averages(FOUND_DAYS);
        Column attended = total(ATTENDED, ATTENDANCE);
        put(ATTENDANCE, ATTENDANCE.dimensions(), split(attended, ATTENDANCE, ATTENDANCE.dimensions()));
    }

    private void ladder() {
        Column measured = total(MEASURED, RUNG_CHANGE);
        Split start = split(measured, RUNG_START, RUNG_START.dimensions());
        Split now = split(measured, RUNG_NOW, RUNG_NOW.dimensions());
        Split change = suppression.split(measured, rows(RUNG_CHANGE, RUNG_CHANGE.dimensions()), CHANGES);
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
            average(RUNG_GAIN, ALL, area, gains[area], measured.value(area), open, 1);
        }
    }

    private void placements() {
        // of all years together no page speaks, and without that sum a small year hides no other one
        for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
            List<String> quarters = quarters(year);
            Column begun = suppression.total(totals(rows(BEGUN, quarters)));
            put(BEGUN, String.valueOf(year), begun);
            put(BEGUN, quarters, split(begun, BEGUN, quarters));
            String prefix = year + "/";
            List<String> kinds = KIND.dimensions().stream().map(prefix::concat).toList();
            put(BEGUN_KIND, kinds, split(begun, BEGUN_KIND, kinds));
        }
        Column reached = total(REACHED, LASTING);
        Split lasting = split(reached, LASTING, LASTING.dimensions());
        put(LASTING, LASTING.dimensions(), lasting);
        periods(STILL, lasting.column(0));
        periods(ENDED, lasting.column(1));
        averages(PLAN_TO_PLACEMENT);
    }

    private void benefits() {
        Column had = total(BENEFIT, OUTFLOW);
        Split outflow = split(had, OUTFLOW, OUTFLOW.dimensions());
        put(OUTFLOW, OUTFLOW.dimensions(), outflow);
        periods(LEFT, outflow.column(0));
    }

    /**
     * A count by year, and each year by quarter: splits of splits, so that a twin of a count is one of its periods too.
     * No other sum of periods is published.
     */
    private void periods(Measure measure, Column whole) {
        int[] years = {0, today.getYear() - 1, today.getYear()};
        long[][] rows = new long[tree.size()][years.length];
        for (int at = 0; at < years.length; at++) {
            long[] sum = totals(rows(measure, quarters(years[at])));
            for (int area = 0; area < sum.length; area++) {
                rows[area][at] = sum[area];
            }
        }
        Split split = suppression.split(whole, rows, new int[] {1, 1, 1});
        for (int at = 0; at < years.length; at++) {
            Column year = split.column(at);
            if (at > 0) {
                put(measure, String.valueOf(years[at]), year);
                put(measure, quarters(years[at]), split(year, measure, quarters(years[at])));
            }
        }
    }

    private List<String> quarters(int year) {
        return year == 0
                ? List.of("BEFORE")
                : Period.quarters(year, today).stream().map(Period::code).toList();
    }

    private List<String> quarters() {
        List<String> all = new ArrayList<>(quarters(0));
        all.addAll(quarters(today.getYear() - 1));
        all.addAll(quarters(today.getYear()));
        return all;
    }

    /** Averages over the programme, years and quarters. How many people they are of is not said with them. */
    private void averages(Measure measure) {
        List<String> years = List.of(String.valueOf(today.getYear() - 1), String.valueOf(today.getYear()));
        averages(measure, ALL, quarters());
        for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
            averages(measure, years.get(year - today.getYear() + 1), quarters(year));
            quarters(year).forEach(quarter -> averages(measure, quarter, List.of(quarter)));
        }
    }

    private void averages(Measure measure, String dimension, List<String> quarters) {
        long[] people = tree.sums(added(counts, measure, quarters));
        long[] days = tree.sums(added(sums, measure, quarters));
        for (int area = 0; area < tree.size(); area++) {
            average(measure, dimension, area, days[area], people[area], true, 0);
        }
    }

    private long[] added(Map<String, long[]> from, Measure measure, List<String> dimensions) {
        long[] added = new long[tree.size()];
        for (String dimension : dimensions) {
            long[] each = from.getOrDefault(measure + "|" + dimension, new long[tree.size()]);
            for (int area = 0; area < added.length; area++) {
                added[area] += each[area];
            }
        }
        return added;
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

    /** No more digits than the page shows: many of them would tell how many people an average is of. */
    private void average(Measure measure, String dimension, int area, long sum, long people, boolean open, int digits) {
        if (open && people >= Suppression.THRESHOLD) {
            BigDecimal average = BigDecimal.valueOf(sum)
                    .divide(BigDecimal.valueOf(people), digits, RoundingMode.HALF_UP)
                    .setScale(3);
            published.add(
                    new Published(plan.areas().get(area).code(), measure.name(), dimension, Mark.SHOWN, null, average));
        }
    }
}
