package nl.meedoen.insight.suppression;

import java.util.List;

/** One count in all areas, and how it is shown in each. */
public final class Column {

    private final long[] values;
    private final Mark[] marks;
    private final List<long[]> moves;

    /** @param moves by how much the count of each area changes in the twins that protect it */
    Column(long[] values, Mark[] marks, List<long[]> moves) {
        this.values = values;
        this.marks = marks;
        this.moves = moves;
    }

    public long value(int area) {
        return values[area];
    }

    public Mark mark(int area) {
        return marks[area];
    }

    List<long[]> moves() {
        return moves;
    }
}
