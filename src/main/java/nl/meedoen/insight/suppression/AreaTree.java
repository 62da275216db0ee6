package nl.meedoen.insight.suppression;

import java.util.List;

/** Areas that are made of other areas: the country first, then regions, groups of municipalities, municipalities. */
public final class AreaTree {

    private final int[] parents;
    private final boolean[] leaves;
    private final int[] heights;

    /** @param parents for each area the index of the one it is part of, a lower one; -1 for the first */
    public AreaTree(List<Integer> parents) {
        this.parents = parents.stream().mapToInt(Integer::intValue).toArray();
        leaves = new boolean[size()];
        heights = new int[size()];
        java.util.Arrays.fill(leaves, true);
        for (int area = size() - 1; area > 0; area--) {
            if (this.parents[area] < 0 || this.parents[area] >= area) {
                throw new IllegalArgumentException("area " + area + " comes before its parent");
            }
            leaves[this.parents[area]] = false;
            heights[this.parents[area]] = Math.max(heights[this.parents[area]], heights[area] + 1);
        }
    }

    /** How many areas there are. */
    public int size() {
        return parents.length;
    }

    /** The area that this one is part of; -1 for the whole. */
    public int parent(int area) {
        return parents[area];
    }

    /** Whether nothing is part of this area. */
    public boolean leaf(int area) {
        return leaves[area];
    }

    /** How many levels lie below. */
    int height(int area) {
        return heights[area];
    }

    /** Whether an area is the other one or a part of it. */
    boolean within(int area, int whole) {
        int at = area;
        while (at > whole) {
            at = parents[at];
        }
        return at == whole;
    }

    /** Counts of all areas from those of the leaves; what is given for another area is ignored. */
    public long[] sums(long[] ofLeaves) {
        long[] sums = ofLeaves.clone();
        for (int area = 0; area < size(); area++) {
            sums[area] = leaves[area] ? sums[area] : 0;
        }
        for (int area = size() - 1; area > 0; area--) {
            sums[parents[area]] += sums[area];
        }
        return sums;
    }
}
