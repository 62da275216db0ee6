package nl.meedoen.webkit;

/** A count that stops: a page counts no further than a thousand, however many participants there are. */
public final class Bounded {

    /** Where a query stops counting. */
    public static final int STOP = 1001;

    /** What a page is told where a count has stopped; it shows "1.000+". */
    public static final int MANY = -1;

    private Bounded() {}

    /** The count as a page shows it: itself, or {@link #MANY}. */
    public static int shown(int counted) {
        return counted >= STOP ? MANY : counted;
    }
}
