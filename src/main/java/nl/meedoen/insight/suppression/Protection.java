package nl.meedoen.insight.suppression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Finds a twin for every small count of a {@link Network}, and hides what differs in it. */
final class Protection {

    private static final int NONE = -1;

    private final Network network;
    private final AreaTree areas;
    private final Ways ways;

    Protection(Network network) {
        this.network = network;
        areas = network.areas();
        ways = new Ways(network, network.nodes());
    }

    /**
     * Makes a twin for every small count; where a total is hidden, a twin in which that total moves will do as well.
     *
     * @param groups sets of categories, as bits, of which the sum may not be known either when it is small
     */
    void protectSmall(List<long[]> totals, int... groups) {
        for (int area = areas.size() - 1; area >= 0; area--) {
            for (int category = 0; category < network.categories(); category++) {
                protect(area, 1 << category, totals);
            }
        }
        for (int area = areas.size() - 1; area >= 0; area--) {
            for (int group : groups) {
                protect(area, group, totals);
            }
        }
    }

    private void protect(int area, int group, List<long[]> totals) {
        BitSet arcs = new BitSet();
        for (int category = 0; category < network.categories(); category++) {
            arcs.set(network.arc(area, category), (group & 1 << category) != 0);
        }
        if (Suppression.small(network.sum(arcs)) && !network.differs(arcs)) {
            blankUntil(
                    List.of(area),
                    () -> arcs.stream().anyMatch(arc -> around(arc, arcs))
                            || arcs.stream().anyMatch(arc -> with(arc, arcs, totals)));
        }
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
                            network.widen(each, Network.Level.BLANK);
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
        return here.stream()
                .map(areas::parent)
                .filter(area -> area >= 0)
                .distinct()
                .toList();
    }

    /** A closed way through the arc and not through the others of its group, the cheaper of the two directions. */
    private boolean around(int arc, BitSet group) {
        Ways.@Nullable Way best = null;
        int direction = 0;
        for (int each : new int[] {1, -1}) {
            if (network.room(arc, each)) {
                BitSet target = new BitSet();
                target.set(each > 0 ? network.tail(arc) : network.head(arc));
                var way = ways.shortest(each > 0 ? network.head(arc) : network.tail(arc), target, group);
                if (way != null && (best == null || way.cost() < best.cost())) {
                    best = way;
                    direction = each;
                }
            }
        }
        if (best == null) {
            return false;
        }
        network.begin(arc, direction);
        network.take(best);
        network.keep();
        return true;
    }

    /** A twin in which a hidden total moves and the person who moves is counted on this very arc. */
    private boolean with(int arc, BitSet group, List<long[]> totals) {
        int area = network.area(arc);
        if (!areas.leaf(area)) {
            return false;
        }
        for (long[] move : totals) {
            int direction = Long.signum(move[area]);
            if (direction != 0 && network.room(arc, direction)) {
                network.begin(arc, direction);
                long[] rest = move.clone();
                rest[area] -= direction;
                if (route(rest, arc, direction, group)) {
                    network.keep();
                    return true;
                }
                network.drop();
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
            boolean found = route(move, NONE, 0, new BitSet());
            if (found) {
                network.keep();
            } else {
                network.drop();
            }
            return found;
        });
    }

    /**
     * Moves people from rows that lose them to rows that gain them.
     *
     * @param begun an arc that somebody has taken already, or {@link #NONE}; the way goes on from its head when
     *     {@code direction} is 1 and ends there when it is -1
     * @param banned arcs that no way leads through
     */
    private boolean route(long[] move, int begun, int direction, BitSet banned) {
        List<Integer> from = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        if (begun != NONE) {
            (direction > 0 ? from : to).add(network.head(begun));
        }
        for (int area = 0; area < areas.size(); area++) {
            if (areas.leaf(area)) {
                for (long unit = 0; unit < Math.abs(move[area]); unit++) {
                    (move[area] > 0 ? from : to).add(network.node(area, 0));
                }
            }
        }
        while (from.size() > to.size()) {
            to.add(network.sink());
        }
        while (to.size() > from.size()) {
            from.add(network.sink());
        }
        for (int start : from) {
            BitSet targets = new BitSet();
            to.forEach(targets::set);
            var way = ways.shortest(start, targets, banned);
            if (way == null) {
                return false;
            }
            network.take(way);
            to.remove(Integer.valueOf(way.end()));
        }
        return true;
    }
}
