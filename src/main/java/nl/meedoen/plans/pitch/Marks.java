package nl.meedoen.plans.pitch;

/** What somebody thought of a pitch, each from 1 (weak) to 5 (strong). */
public record Marks(int clarity, int substance, int presence) {

    static final int HIGHEST = 5;

    /** The average of the three. */
    public double mean() {
        return (clarity + substance + presence) / 3.0;
    }
}
