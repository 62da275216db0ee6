package nl.meedoen.insight.figures;

import java.math.BigDecimal;
import nl.meedoen.insight.suppression.Mark;
import org.jspecify.annotations.Nullable;

/** A figure as it may be seen; a zero that is shown is left out. */
record Published(
        String area,
        String measure,
        String dimension,
        Mark mark,
        @Nullable Long n,
        @Nullable BigDecimal average) {

    public String key() {
        return area + '|' + measure + '|' + dimension;
    }
}
