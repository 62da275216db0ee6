package nl.meedoen.insight.web.cards;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.meedoen.insight.suppression.Mark;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Figures in words and signs, in the reader's language. */
@Component
public class Say {

    private final Texts texts;

    Say(Texts texts) {
        this.texts = texts;
    }

    /** A text in the reader's language. */
    public String text(String code, Object... args) {
        return texts.of(code, args);
    }

    /** As it stands in a table: 1.214, &lt;5 or a dash. */
    public String cell(Figure figure) {
        return switch (figure.mark()) {
            case SHOWN -> number(figure.n());
            case SMALL -> texts.of("insight.small");
            case WITHHELD -> texts.of("insight.withheld");
        };
    }

    /** As it stands in a sentence: 1.214 or "minder dan 5"; of what is withheld no sentence speaks. */
    String words(Figure figure) {
        return figure.small() ? texts.of("insight.small.words") : number(figure.n());
    }

    /** As a sentence begins with it: "Minder dan 5". */
    String start(Figure figure) {
        String words = words(figure);
        return words.substring(0, 1).toUpperCase(locale()) + words.substring(1);
    }

    /** Why counts are missing from a table, in one sentence; null when none is. */
    @Nullable
    String missing(List<Figure> figures) {
        long hidden = figures.stream().filter(Say::hidden).count();
        return hidden == 0 ? null : text("insight.missing", hidden, figures.size());
    }

    /**
     * The rows that say something: all of them, or those with a count where most counts are hidden, so that nobody has
     * to read a field of dashes.
     */
    <T> List<T> worthShowing(List<T> rows, Function<T, List<Figure>> counts) {
        List<Figure> all =
                rows.stream().flatMap(row -> counts.apply(row).stream()).toList();
        if (2 * all.stream().filter(Say::hidden).count() < all.size()) {
            return rows;
        }
        return rows.stream()
                .filter(row -> !counts.apply(row).stream().allMatch(Say::hidden))
                .toList();
    }

    private static boolean hidden(Figure figure) {
        return figure.mark() == Mark.WITHHELD;
    }

    /** As it stands in a file: a number where it may be one. */
    public Object value(Figure figure) {
        return switch (figure.mark()) {
            case SHOWN -> figure.n();
            case SMALL -> texts.of("insight.small");
            case WITHHELD -> texts.of("insight.withheld.words");
        };
    }

    /** A whole number with the marks of the reader's language: 1.214. */
    public String number(long n) {
        return NumberFormat.getIntegerInstance(locale()).format(n);
    }

    /** With one decimal: 7,5. */
    String decimal(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
