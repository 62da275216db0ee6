package nl.meedoen.insight.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The counts of one table as a network: each count is an arc, from the row of its area (or, for an area that is made
 * of others, from the node where theirs come together) to the node of the area that it is part of. Sums hold wherever
 * as much comes in as goes out, so a person can be moved along any closed way without a sum being broken. Hiding a
 * count opens its arc; a small count is safe when a closed way of open arcs leads through it.
 */
final class Network {

    /** What an area's counts may be in a twin; the wider, the less is shown. */
    enum Level {
        /** A zero is known to be one where it is shown; "fewer than five" is one to four. */
        PLAIN,
        /** The total is hidden, and all counts are, zeros as "fewer than five" too. */
        SWEPT,
        /** All counts are hidden and nothing is said of any. */
        BLANK
    }

    private final AreaTree areas;
    private final int categories;
    private final boolean grounded;
    private final long[] values;
    private final boolean[] hidden;
    private final boolean[] safe;
    private final Level[] levels;
    private final int[] weights;
    private final long[] delta;
    private final List<long[]> moves = new ArrayList<>();

    private Network(AreaTree areas, long[][] leaves, int[] weights, boolean grounded) {
        this.areas = areas;
        this.grounded = grounded;
        this.weights = weights;
        categories = weights.length;
        int arcs = areas.size() * categories;
        values = new long[arcs];
        hidden = new boolean[arcs];
        safe = new boolean[arcs];
        delta = new long[arcs];
        levels = new Level[areas.size()];
        Arrays.fill(levels, Level.PLAIN);
        for (int category = 0; category < categories; category++) {
            long[] column = new long[areas.size()];
            for (int area = 0; area < areas.size(); area++) {
                column[area] = areas.leaf(area) ? leaves[area][category] : 0;
            }
            long[] sums = areas.sums(column);
            for (int area = 0; area < areas.size(); area++) {
                values[arc(area, category)] = sums[area];
                hidden[arc(area, category)] = Suppression.small(sums[area]);
            }
        }
    }

    /** Totals alone: people may come from and go to anywhere. */
    static Network ofTotals(AreaTree areas, long[][] leaves) {
        return new Network(areas, leaves, new int[] {1}, true);
    }

    /** A split of totals that do not change. */
    static Network ofSplit(AreaTree areas, long[][] leaves, int[] weights) {
        return new Network(areas, leaves, weights, false);
    }

    // ------------------------------------------------------------------ nodes and arcs

    AreaTree areas() {
        return areas;
    }

    int categories() {
        return categories;
    }

    int arcs() {
        return values.length;
    }

    int arc(int area, int category) {
        return area * categories + category;
    }

    int area(int arc) {
        return arc / categories;
    }

    /** Ground, or the sink behind the whole country. */
    int sink() {
        return grounded ? 0 : areas.size() * categories;
    }

    int nodes() {
        return grounded ? areas.size() + 1 : areas.size() * categories + 1;
    }

    /** The row of an area without parts, or the node where the parts' counts of one category come together. */
    int node(int area, int category) {
        if (grounded) {
            return areas.leaf(area) ? 0 : area + 1;
        }
        return areas.leaf(area) ? arc(area, 0) : arc(area, category);
    }

    int tail(int arc) {
        return node(area(arc), arc % categories);
    }

    int head(int arc) {
        int parent = areas.parent(area(arc));
        return parent < 0 ? sink() : node(parent, arc % categories);
    }

    /** Whether a twin may have one person more (1) or fewer (-1) here and look the same. */
    boolean room(int arc, int direction) {
        long next = values[arc] + delta[arc] + direction;
        boolean few = values[arc] < Suppression.THRESHOLD;
        return switch (levels[area(arc)]) {
            case BLANK -> next >= 0;
            case SWEPT -> few ? next >= 0 && next < Suppression.THRESHOLD : next >= Suppression.THRESHOLD;
            case PLAIN ->
                few ? next >= Math.min(values[arc], 1) && next < Suppression.THRESHOLD : next >= Suppression.THRESHOLD;
        };
    }

    /** How much is lost when this count is hidden too. */
    double cost(int arc) {
        if (hidden[arc]) {
            return 0.001;
        }
        // a zero says little, but readers know that an empty line is empty: rather another small one
        double loss = values[arc] == 0 ? 25 : 1 + values[arc];
        return (loss + 2_000.0 * areas.height(area(arc))) * weights[arc % categories];
    }

    // ------------------------------------------------------------------ making twins

    /** Hides all counts of an area, at this level or as little as before. */
    void widen(int area, Level level) {
        if (levels[area].compareTo(level) < 0) {
            levels[area] = level;
        }
        Arrays.fill(hidden, arc(area, 0), arc(area, 0) + categories, true);
    }

    /** Begins a twin by one person more or fewer here. */
    void begin(int arc, int direction) {
        delta[arc] += direction;
    }

    /** Moves people along a way, in the twin that is being made. */
    void take(Ways.Way way) {
        for (int step = 0; step < way.arcs().length; step++) {
            delta[way.arcs()[step]] += way.directions()[step];
        }
    }

    /** The twin stands: what differs in it is hidden, and what is small and differs is safe. */
    void keep() {
        for (int arc = 0; arc < arcs(); arc++) {
            if (delta[arc] != 0) {
                hidden[arc] = true;
                safe[arc] = true;
            }
        }
        moves.add(delta.clone());
        Arrays.fill(delta, 0);
    }

    /** Forgets the twin that was being made. */
    void drop() {
        Arrays.fill(delta, 0);
    }

    /** Whether there is a twin already in which the sum of these counts is another one. */
    boolean differs(BitSet arcs) {
        if (arcs.cardinality() == 1) {
            return safe[arcs.nextSetBit(0)];
        }
        return moves.stream()
                .anyMatch(move -> arcs.stream().mapToLong(arc -> move[arc]).sum() != 0);
    }

    long sum(BitSet arcs) {
        return arcs.stream().mapToLong(arc -> values[arc]).sum();
    }

    // ------------------------------------------------------------------ what came of it

    long value(int area, int category) {
        return values[arc(area, category)];
    }

    long row(int area) {
        long sum = 0;
        for (int category = 0; category < categories; category++) {
            sum += value(area, category);
        }
        return sum;
    }

    Level level(int area) {
        return levels[area];
    }

    Mark mark(int area, int category) {
        int arc = arc(area, category);
        if (!hidden[arc]) {
            return Mark.SHOWN;
        }
        return levels[area] == Level.BLANK || values[arc] >= Suppression.THRESHOLD ? Mark.WITHHELD : Mark.SMALL;
    }

    Column column(int category) {
        long[] column = new long[areas.size()];
        Mark[] marks = new Mark[areas.size()];
        for (int area = 0; area < areas.size(); area++) {
            column[area] = value(area, category);
            marks[area] = mark(area, category);
        }
        List<long[]> moved = moves.stream()
                .map(move -> {
                    long[] each = new long[areas.size()];
                    for (int area = 0; area < each.length; area++) {
                        each[area] = move[arc(area, category)];
                    }
                    return each;
                })
                .filter(each -> Arrays.stream(each).anyMatch(change -> change != 0))
                .toList();
        return new Column(column, marks, moved);
    }

    List<long[][]> twins() {
        return moves.stream()
                .map(move -> {
                    long[][] twin = new long[areas.size()][];
                    for (int area = 0; area < twin.length; area++) {
                        twin[area] = Arrays.copyOfRange(move, arc(area, 0), arc(area, 0) + categories);
                    }
                    return twin;
                })
                .toList();
    }
}
