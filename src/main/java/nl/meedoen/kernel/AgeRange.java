package nl.meedoen.kernel;

/** Somebody's age in whole years, as exact as the birth date allows. */
public record AgeRange(int min, int max) {

    /** Refuses a range that runs backwards. */
    public AgeRange {
        if (min < 0 || max < min) throw new IllegalArgumentException("age.range");
    }

    /** Whether there is one possible age only. */
    public boolean isExact() {
        return min == max;
    }

    /** "33" or "33–34". */
    @Override
    public String toString() {
        return isExact() ? Integer.toString(min) : min + "–" + max;
    }
}
