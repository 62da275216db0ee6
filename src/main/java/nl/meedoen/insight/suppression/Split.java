package nl.meedoen.insight.suppression;

import java.util.List;

/** A total split over categories in all areas, and how each count is shown. */
public final class Split {

    private final int categories;
    private final Network network;

    Split(int categories, Network network) {
        this.categories = categories;
        this.network = network;
    }

    public long value(int area, int category) {
        return network.value(area, category);
    }

    public Mark mark(int area, int category) {
        return network.mark(area, category);
    }

    /** Whether every category of the area is shown as it is. */
    public boolean whole(int area) {
        for (int category = 0; category < categories; category++) {
            if (mark(area, category) != Mark.SHOWN) {
                return false;
            }
        }
        return true;
    }

    /** One category, to be split in its turn. */
    public Column column(int category) {
        return network.column(category);
    }

    /** The twins that protect the small counts, for the tests: by area and category how much differs. */
    List<long[][]> twins() {
        return network.twins();
    }
}
