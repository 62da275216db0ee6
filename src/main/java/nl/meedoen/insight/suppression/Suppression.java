package nl.meedoen.insight.suppression;

import java.util.List;

/**
 * Decides which figures are shown. A count of one to four is shown as "fewer than five", and as many other counts are
 * withheld as it takes to keep it from being worked out: out of a total, another table or another area.
 *
 * <p>For each small count there is, when this is done, a twin: a set of figures that differs from the real one by one
 * person who stands elsewhere, and that looks the same in everything that is shown of every area. Whoever sees the
 * figures cannot tell which of the two is real. See docs/decisions/0010-suppression.md.
 */
public final class Suppression {

    /** The first count that is shown as it is. */
    public static final int THRESHOLD = 5;

    private final AreaTree areas;

    public Suppression(AreaTree areas) {
        this.areas = areas;
    }

    /** Whether a count is of so few people that it may not be shown. */
    public static boolean small(long count) {
        return count > 0 && count < THRESHOLD;
    }

    /**
     * A count that is not part of another one that is shown.
     *
     * @param leaves the count of each area; only those of the leaves are read
     */
    public Column total(long[] leaves) {
        long[][] single = new long[areas.size()][];
        for (int area = 0; area < areas.size(); area++) {
            single[area] = new long[] {leaves[area]};
        }
        Network network = Network.ofTotals(areas, single);
        new Protection(network).protectSmall(List.of());
        return network.column(0);
    }

    /**
     * The categories that a total falls apart into; each person is in one of them.
     *
     * @param leaves by area and category; only those of the leaves are read
     * @param weights by category how much is lost when it is withheld: 1 for an ordinary one, more for one that other
     *     figures lean on
     * @param groups sets of categories, as bits, of which readers can add up the counts: a sum of one to four people is
     *     kept from them too
     * @throws IllegalArgumentException when the categories do not add up to the total
     */
    public Split split(Column total, long[][] leaves, int[] weights, int... groups) {
        Network network = Network.ofSplit(areas, leaves, weights);
        for (int area = 0; area < areas.size(); area++) {
            if (network.row(area) != total.value(area)) {
                throw new IllegalArgumentException("the categories of area " + area + " do not add up to its total");
            }
            if (total.mark(area) != Mark.SHOWN) {
                network.widen(area, Network.Level.SWEPT);
            }
        }
        Protection protection = new Protection(network);
        total.moves().forEach(protection::follow);
        protection.protectSmall(total.moves(), groups);
        return new Split(weights.length, network);
    }
}
