package nl.meedoen.insight.web.cards;

import nl.meedoen.insight.suppression.Mark;
import nl.meedoen.insight.suppression.Suppression;

/**
 * A count as it may be seen.
 *
 * @param n the count; 0 where it is hidden
 */
public record Figure(Mark mark, long n) {

    static final Figure ZERO = new Figure(Mark.SHOWN, 0);
    static final Figure WITHHELD = new Figure(Mark.WITHHELD, 0);

    static Figure of(long n) {
        return new Figure(Mark.SHOWN, n);
    }

    public boolean shown() {
        return mark == Mark.SHOWN;
    }

    public boolean small() {
        return mark == Mark.SMALL;
    }

    public boolean zero() {
        return shown() && n == 0;
    }

    /** Whether percentages may be taken of it. */
    public boolean enough() {
        return shown() && n >= Suppression.THRESHOLD;
    }

    /** Per hundred of a whole, for a bar; 0 where either is hidden. */
    public double percentOf(long whole) {
        return !shown() || whole <= 0 ? 0 : 100.0 * n / whole;
    }
}
