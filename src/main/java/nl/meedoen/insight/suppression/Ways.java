package nl.meedoen.insight.suppression;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Shortest ways through a {@link Network}, by what is lost when the counts on the way are hidden (Dijkstra). */
final class Ways {

    /** Arcs one after the other, each taken along (1) or against its direction (-1). */
    record Way(int[] arcs, int[] directions, int end, double cost) {}

    private record Stop(int node, double cost) {}

    private final Network network;
    private final int[][] touching;

    Ways(Network network, int nodes) {
        this.network = network;
        int[] counts = new int[nodes];
        for (int arc = 0; arc < network.arcs(); arc++) {
            counts[network.tail(arc)]++;
            counts[network.head(arc)]++;
        }
        touching = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            touching[node] = new int[counts[node]];
        }
        for (int arc = 0; arc < network.arcs(); arc++) {
            touching[network.tail(arc)][--counts[network.tail(arc)]] = arc;
            touching[network.head(arc)][--counts[network.head(arc)]] = arc;
        }
    }

    /** The way that loses least, not through {@code banned}; null when there is none, empty when it ends at once. */
    @Nullable
    Way shortest(int start, BitSet targets, BitSet banned) {
        double[] best = new double[touching.length];
        int[] by = new int[touching.length];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        Arrays.fill(by, -1);
        PriorityQueue<Stop> queue = new PriorityQueue<>((a, b) -> Double.compare(a.cost, b.cost));
        best[start] = 0;
        queue.add(new Stop(start, 0));
        while (!queue.isEmpty()) {
            Stop stop = queue.remove();
            if (stop.cost > best[stop.node]) {
                continue;
            }
            if (targets.get(stop.node)) {
                return trace(start, stop, by);
            }
            for (int arc : touching[stop.node]) {
                boolean along = network.tail(arc) == stop.node;
                int next = along ? network.head(arc) : network.tail(arc);
                if (banned.get(arc) || next == stop.node || !network.room(arc, along ? 1 : -1)) {
                    continue;
                }
                double cost = stop.cost + network.cost(arc);
                if (cost < best[next]) {
                    best[next] = cost;
                    by[next] = arc;
                    queue.add(new Stop(next, cost));
                }
            }
        }
        return null;
    }

    private Way trace(int start, Stop end, int[] by) {
        int length = 0;
        for (int node = end.node; node != start; node = before(node, by[node])) {
            length++;
        }
        int[] arcs = new int[length];
        int[] directions = new int[length];
        int node = end.node;
        for (int step = length - 1; step >= 0; step--) {
            arcs[step] = by[node];
            directions[step] = network.head(by[node]) == node ? 1 : -1;
            node = before(node, by[node]);
        }
        return new Way(arcs, directions, end.node, end.cost);
    }

    private int before(int node, int arc) {
        return network.head(arc) == node ? network.tail(arc) : network.head(arc);
    }
}
