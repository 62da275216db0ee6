package nl.meedoen.insight.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

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

    private static final int NONE = -1;

    private final AreaTree areas;
    private final int categories;
    private final boolean grounded;
    private final long[] values;
    private final boolean[] hidden;
    private final boolean[] safe;
    private final Level[] levels;
    private final int[] weights;
    private final long[] delta;
    private final Ways ways;
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
        ways = new Ways(this, nodes());
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

    int arcs() {
        return values.length;
    }

    int arc(int area, int category) {
        return area * categories + category;
    }

    private int area(int arc) {
        return arc / categories;
    }

    /** Ground, or the sink behind the whole country. */
    private int sink() {
        return grounded ? 0 : areas.size() * categories;
    }

    private int nodes() {
        return grounded ? areas.size() + 1 : areas.size() * categories + 1;
    }

    /** The row of an area without parts, or the node where the parts' counts of one category come together. */
    private int node(int area, int category) {
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
                few
                        ? next >= Math.min(values[arc], 1) && next < Suppression.THRESHOLD
                        : next >= Suppression.THRESHOLD;
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

    // ------------------------------------------------------------------ protecting

    /** Makes a twin for every small count. */
    void protectSmall() {
        protectSmall(List.of());
    }

    /** As {@link #protectSmall()}; where a total is hidden, a twin in which that total moves will do as well. */
    void protectSmall(List<long[]> totals) {
        for (int area = areas.size() - 1; area >= 0; area--) {
            for (int category = 0; category < categories; category++) {
                int arc = arc(area, category);
                if (Suppression.small(values[arc]) && !safe[arc]) {
                    blankUntil(List.of(area), () -> around(arc) || with(arc, totals));
                }
            }
        }
    }

    /** Hides all counts of an area whose total is hidden. */
    void sweep(int area) {
        widen(area, Level.SWEPT);
    }

    /** Withholds whole rows, as few as it takes: those of the areas themselves, of what they are part of, of all in it. */
    private void blankUntil(List<Integer> from, BooleanSupplier done) {
        if (done.getAsBoolean()) {
            return;
        }
        for (boolean below : new boolean[] {false, true}) {
            for (List<Integer> here = from; !here.isEmpty(); here = above(here)) {
                for (int area : here) {
                    for (int each = area; each < (below ? areas.size() : area + 1); each++) {
                        if (areas.within(each, area)) {
                            widen(each, Level.BLANK);
                        }
                    }
                }
                if (done.getAsBoolean()) {
                    return;
                }
            }
        }
        throw new IllegalStateException("a count cannot be protected");
    }

    private List<Integer> above(List<Integer> here) {
        return here.stream().map(areas::parent).filter(area -> area >= 0).distinct().toList();
    }

    private void widen(int area, Level level) {
        if (levels[area].compareTo(level) < 0) {
            levels[area] = level;
        }
        Arrays.fill(hidden, arc(area, 0), arc(area, 0) + categories, true);
    }

    /** A closed way through the arc, the cheaper of the two directions. */
    private boolean around(int arc) {
        Ways.@Nullable Way best = null;
        int direction = 0;
        for (int each : new int[] {1, -1}) {
            if (room(arc, each)) {
                BitSet target = new BitSet();
                target.set(each > 0 ? tail(arc) : head(arc));
                var way = ways.shortest(each > 0 ? head(arc) : tail(arc), target, arc);
                if (way != null && (best == null || way.cost() < best.cost())) {
                    best = way;
                    direction = each;
                }
            }
        }
        if (best == null) {
            return false;
        }
        delta[arc] += direction;
        take(best);
        keep();
        return true;
    }

    /** A twin in which a hidden total moves and the person who moves is counted on this very arc. */
    private boolean with(int arc, List<long[]> totals) {
        int area = area(arc);
        if (!areas.leaf(area)) {
            return false;
        }
        for (long[] move : totals) {
            int direction = Long.signum(move[area]);
            if (direction != 0 && room(arc, direction)) {
                delta[arc] += direction;
                long[] rest = move.clone();
                rest[area] -= direction;
                if (route(rest, arc, direction)) {
                    keep();
                    return true;
                }
                Arrays.fill(delta, 0);
            }
        }
        return false;
    }

    /** Makes room for a twin in which the totals move: the people who move must be in some category. */
    void follow(long[] move) {
        List<Integer> moving = new ArrayList<>();
        for (int area = 0; area < areas.size(); area++) {
            if (areas.leaf(area) && move[area] != 0) {
                moving.add(area);
            }
        }
        blankUntil(moving, () -> {
            boolean found = route(move, NONE, 0);
            if (found) {
                keep();
            } else {
                Arrays.fill(delta, 0);
            }
            return found;
        });
    }

    /**
     * Moves people from rows that lose them to rows that gain them.
     *
     * @param begun an arc that somebody has taken already, or {@link #NONE}; the way goes on from its head when
     *     {@code direction} is 1 and ends there when it is -1
     */
    private boolean route(long[] move, int begun, int direction) {
        List<Integer> from = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        if (begun != NONE) {
            (direction > 0 ? from : to).add(head(begun));
        }
        for (int area = 0; area < areas.size(); area++) {
            if (areas.leaf(area)) {
                for (long unit = 0; unit < Math.abs(move[area]); unit++) {
                    (move[area] > 0 ? from : to).add(node(area, 0));
                }
            }
        }
        while (from.size() > to.size()) {
            to.add(sink());
        }
        while (to.size() > from.size()) {
            from.add(sink());
        }
        for (int start : from) {
            BitSet targets = new BitSet();
            to.forEach(targets::set);
            var way = ways.shortest(start, targets, begun);
            if (way == null) {
                return false;
            }
            take(way);
            to.remove(Integer.valueOf(way.end()));
        }
        return true;
    }

    private void take(Ways.Way way) {
        for (int step = 0; step < way.arcs().length; step++) {
            delta[way.arcs()[step]] += way.directions()[step];
        }
    }

    /** The twin stands: what differs in it is hidden, and what is small and differs is safe. */
    private void keep() {
        for (int arc = 0; arc < arcs(); arc++) {
            if (delta[arc] != 0) {
                hidden[arc] = true;
                safe[arc] = true;
            }
        }
        moves.add(delta.clone());
        Arrays.fill(delta, 0);
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
