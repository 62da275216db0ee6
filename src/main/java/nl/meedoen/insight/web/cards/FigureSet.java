package nl.meedoen.insight.web.cards;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.insight.figures.Measure;
import nl.meedoen.insight.figures.Period;
import org.jspecify.annotations.Nullable;

/** The figures of one area. */
public final class FigureSet {

    private static final String ALL = "ALL";

    private final Map<String, Figure> figures = new HashMap<>();
    private final Map<String, BigDecimal> averages = new HashMap<>();

    /** Takes a figure in, and its average where there is one. */
    public void add(String measure, String dimension, Figure figure, @Nullable BigDecimal average) {
        figures.put(measure + "|" + dimension, figure);
        if (average != null) {
            averages.put(measure + "|" + dimension, average);
        }
    }

    /** A count; what is not stored is a zero that may be seen. */
    public Figure of(Measure measure, String dimension) {
        return figures.getOrDefault(measure + "|" + dimension, Figure.ZERO);
    }

    /** The count of a measure that has no categories. */
    public Figure of(Measure measure) {
        return of(measure, ALL);
    }

    /** An average; null where there is nobody or too few to take one of. */
    @Nullable
    public BigDecimal average(Measure measure) {
        return averages.get(measure + "|" + ALL);
    }

    /** The average of a period. */
    @Nullable
    public BigDecimal average(Measure measure, Period period) {
        return averages.get(measure + "|" + period.dimension());
    }

    /**
     * The people in some of the states together, as far as a reader can work it out from what is shown; more is not said.
     */
    Figure together(Collection<String> states) {
        List<String> others = Measure.STATE.dimensions().stream()
                .filter(state -> !states.contains(state))
                .toList();
        List<Figure> hidden = states.stream()
                .map(state -> of(Measure.STATE, state))
                .filter(figure -> !figure.shown())
                .toList();
        if (hidden.isEmpty()) {
            return Figure.of(sum(states));
        }
        if (of(Measure.REGISTERED).shown()
                && others.stream().allMatch(state -> of(Measure.STATE, state).shown())) {
            return Figure.of(of(Measure.REGISTERED).n() - sum(others));
        }
        return hidden.size() == 1 && sum(states) == 0 ? hidden.get(0) : Figure.WITHHELD;
    }

    private long sum(Collection<String> states) {
        return states.stream().mapToLong(state -> of(Measure.STATE, state).n()).sum();
    }
}
