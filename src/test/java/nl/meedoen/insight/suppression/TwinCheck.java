package nl.meedoen.insight.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Draws a country with a table of people by state and a table of the placed people by kind, and proves for each small
 * count that another country looks the same: a twin that differs in this count, with all sums right in both tables and
 * nothing different that is shown.
 */
final class TwinCheck {

    private static final int STATES = 4;
    private static final int KINDS = 3;
    private static final int PLACED = 2;
    private static final int GROUP = 0b0110;

    private final AreaTree areas;
    private final Column total;
    private final Split states;
    private final Column placed;
    private final Split kinds;

    TwinCheck(Random random) {
        areas = draw(random);
        int size = 2 + random.nextInt(14);
        long[][] state = new long[areas.size()][STATES];
        long[][] kind = new long[areas.size()][KINDS];
        for (int area = 0; area < areas.size(); area++) {
            for (int each = 0; each < KINDS; each++) {
                kind[area][each] = random.nextInt(3) == 0 ? 0 : random.nextInt(size);
            }
            for (int each = 0; each < STATES; each++) {
                state[area][each] = each == PLACED ? Arrays.stream(kind[area]).sum() : random.nextInt(size);
            }
        }
        Suppression suppression = new Suppression(areas);
        total = suppression.total(SuppressionTest.sums(areas, state));
        states = suppression.split(total, state, new int[] {1, 1, 20, 1}, GROUP);
        placed = states.column(PLACED);
        kinds = suppression.split(placed, kind, new int[] {1, 1, 1});
    }

    private static AreaTree draw(Random random) {
        List<Integer> parents = new ArrayList<>(List.of(-1));
        int regions = 1 + random.nextInt(3);
        for (int region = 0; region < regions; region++) {
            parents.add(0);
        }
        for (int each = 0; each < random.nextInt(9); each++) {
            parents.add(1 + random.nextInt(regions));
        }
        return new AreaTree(parents);
    }

    void check() {
        for (long[] move : total.moves()) {
            same(total, move);
        }
        for (long[][] twin : states.twins()) {
            same(states, twin, STATES);
        }
        for (long[][] twin : kinds.twins()) {
            same(kinds, twin, KINDS);
        }
        for (int area = 0; area < areas.size(); area++) {
            int here = area;
            if (Suppression.small(total.value(area))) {
                assertThat(total.moves()).anyMatch(move -> move[here] != 0 && followed(move, states, STATES));
            }
            for (int state = 0; state < STATES; state++) {
                int each = state;
                if (Suppression.small(states.value(area, state))) {
                    assertThat(states.mark(area, state)).isNotEqualTo(Mark.SHOWN);
                    assertThat(states.twins())
                            .anyMatch(twin -> twin[here][each] != 0
                                    && fits(twin, total, STATES)
                                    && followed(column(twin, PLACED), kinds, KINDS));
                }
            }
            if (Suppression.small(states.value(area, 1) + states.value(area, PLACED))) {
                assertThat(states.twins()).anyMatch(twin -> twin[here][1] + twin[here][PLACED] != 0);
            }
            for (int kind = 0; kind < KINDS; kind++) {
                int each = kind;
                if (Suppression.small(kinds.value(area, kind))) {
                    assertThat(kinds.mark(area, kind)).isNotEqualTo(Mark.SHOWN);
                    assertThat(kinds.twins()).anyMatch(twin -> twin[here][each] != 0 && fits(twin, placed, KINDS));
                }
            }
        }
    }

    /** The rows of the twin change by nothing, or as the totals do in a twin of theirs. */
    private boolean fits(long[][] twin, Column totals, int categories) {
        long[] rows = rows(twin, categories);
        return Arrays.stream(rows).allMatch(change -> change == 0)
                || totals.moves().stream().anyMatch(move -> sameLeaves(move, rows));
    }

    /** A table has a twin for a change of its totals. */
    private boolean followed(long[] move, Split table, int categories) {
        return Arrays.stream(move).allMatch(change -> change == 0)
                || table.twins().stream().anyMatch(twin -> sameLeaves(move, rows(twin, categories)));
    }

    private boolean sameLeaves(long[] one, long[] other) {
        for (int area = 0; area < one.length; area++) {
            if (areas.leaf(area) && one[area] != other[area]) {
                return false;
            }
        }
        return true;
    }

    private static long[] rows(long[][] twin, int categories) {
        return Arrays.stream(twin)
                .mapToLong(row -> Arrays.stream(row, 0, categories).sum())
                .toArray();
    }

    private static long[] column(long[][] twin, int category) {
        return Arrays.stream(twin).mapToLong(row -> row[category]).toArray();
    }

    private void same(Column column, long[] move) {
        assertThat(areas.sums(move)).as("sums hold").isEqualTo(move);
        for (int area = 0; area < move.length; area++) {
            looksTheSame(column.mark(area), column.value(area), move[area], false);
        }
    }

    private void same(Split split, long[][] twin, int categories) {
        for (int category = 0; category < categories; category++) {
            long[] move = column(twin, category);
            assertThat(areas.sums(move)).as("sums hold").isEqualTo(move);
            for (int area = 0; area < move.length; area++) {
                looksTheSame(
                        split.mark(area, category),
                        split.value(area, category),
                        move[area],
                        blank(split, area, categories));
            }
        }
    }

    private static boolean blank(Split split, int area, int categories) {
        for (int category = 0; category < categories; category++) {
            if (split.mark(area, category) != Mark.WITHHELD) {
                return false;
            }
        }
        return true;
    }

    private static void looksTheSame(Mark mark, long value, long change, boolean blank) {
        switch (mark) {
            case SHOWN -> assertThat(change).as("what is shown stays").isZero();
            case SMALL -> assertThat(value + change).isBetween(0L, 4L);
            case WITHHELD -> assertThat(value + change).isGreaterThanOrEqualTo(blank ? 0 : 5);
        }
    }
}
