package nl.meedoen.insight.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/**
 * Tries all tables of three municipalities that look like the one that is shown, with nothing of the algorithm but its
 * rules: "fewer than five" is one to four where a zero would be shown, a withheld count is five or more unless the whole
 * row is withheld.
 */
final class AllThatFit {

    private static final int MOST = 24;

    private final AreaTree areas;
    private final Column total;
    private final Split split;
    private final int categories;
    private final List<Integer> leaves = new ArrayList<>();
    private final long[][] sum;
    private final boolean[][][] seen;
    private final java.util.Map<Integer, java.util.Set<Long>> firstTwo = new java.util.TreeMap<>();

    AllThatFit(AreaTree areas, Column total, Split split, int categories) {
        this.areas = areas;
        this.total = total;
        this.split = split;
        this.categories = categories;
        for (int area = 0; area < areas.size(); area++) {
            if (areas.leaf(area)) {
                leaves.add(area);
            }
        }
        sum = new long[areas.size()][categories];
        seen = new boolean[areas.size()][categories][MOST + 1];
    }

    void everySmallCountIsOneOfSeveral() {
        tryFrom(0);
        for (int leaf : leaves) {
            if (Suppression.small(split.value(leaf, 0) + split.value(leaf, 1))) {
                assertThat(firstTwo.get(leaf)).hasSizeGreaterThan(1);
            }
            for (int category = 0; category < categories; category++) {
                int fitting = 0;
                for (boolean each : seen[leaf][category]) {
                    fitting += each ? 1 : 0;
                }
                if (Suppression.small(split.value(leaf, category))) {
                    assertThat(fitting).isGreaterThan(1);
                }
            }
        }
    }

    private void tryFrom(int at) {
        if (at == leaves.size() * categories) {
            if (fits()) {
                for (int leaf : leaves) {
                    firstTwo.computeIfAbsent(leaf, key -> new java.util.HashSet<>())
                            .add(sum[leaf][0] + sum[leaf][1]);
                    for (int category = 0; category < categories; category++) {
                        seen[leaf][category][(int) sum[leaf][category]] = true;
                    }
                }
            }
            return;
        }
        int leaf = leaves.get(at / categories);
        int category = at % categories;
        if (category == 0 && at > 0 && !rowFits(leaves.get(at / categories - 1))) {
            return;
        }
        long value = split.value(leaf, category);
        switch (split.mark(leaf, category)) {
            case SHOWN -> put(leaf, category, value, value, at);
            case SMALL -> put(leaf, category, value == 0 || !anythingShown(leaf) ? 0 : 1, 4, at);
            case WITHHELD -> put(leaf, category, blank(leaf) ? 0 : 5, Math.min(MOST, value + 4), at);
        }
    }

    private void put(int leaf, int category, long least, long most, int at) {
        for (long value = least; value <= most; value++) {
            sum[leaf][category] = value;
            tryFrom(at + 1);
        }
    }

    private boolean rowFits(int area) {
        long row = 0;
        for (int category = 0; category < categories; category++) {
            row += sum[area][category];
        }
        return allowed(total.mark(area), total.value(area), row);
    }

    private boolean fits() {
        if (!rowFits(leaves.get(leaves.size() - 1))) {
            return false;
        }
        long[] rows = new long[areas.size()];
        for (int category = 0; category < categories; category++) {
            long[] column = new long[areas.size()];
            for (int leaf : leaves) {
                column[leaf] = sum[leaf][category];
                rows[leaf] += sum[leaf][category];
            }
            long[] sums = areas.sums(column);
            for (int area = 0; area < areas.size(); area++) {
                if (!areas.leaf(area)
                        && split.mark(area, category) == Mark.SHOWN
                        && sums[area] != split.value(area, category)) {
                    return false;
                }
            }
        }
        long[] sums = areas.sums(rows);
        for (int area = 0; area < areas.size(); area++) {
            if (!allowed(total.mark(area), total.value(area), sums[area])) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(Mark mark, long value, long tried) {
        return switch (mark) {
            case SHOWN -> tried == value;
            case SMALL -> tried >= 1 && tried <= 4;
            case WITHHELD -> tried >= 5;
        };
    }

    private boolean anythingShown(int area) {
        for (int category = 0; category < categories; category++) {
            if (split.mark(area, category) == Mark.SHOWN) {
                return true;
            }
        }
        return false;
    }

    private boolean blank(int area) {
        for (int category = 0; category < categories; category++) {
            if (split.mark(area, category) != Mark.WITHHELD) {
                return false;
            }
        }
        return true;
    }
}
