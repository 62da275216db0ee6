package nl.meedoen.insight.web.cards;

import static nl.meedoen.insight.figures.Measure.*;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far people come, and where the rest is. */
public record Funnel(
        @Nullable String conclusion,
        List<Row> rows,
        @Nullable String missing) {

    /** A step; the bar is per hundred of all who registered. */
    public record Row(String code, Figure figure, String count, double bar, String rest) {}

    private static final List<String> AFTER_INTAKE = List.of("WAITING_COACH", "PLANNING", "ACTING", "PLACED");
    private static final List<String> WAY = List.of("WAITING_INTAKE", "WAITING_COACH", "PLANNING", "ACTING", "PLACED");

    /** Reads how many came as far as each state. */
    public static Funnel of(FigureSet figures, Say say) {
        Figure registered = figures.of(REGISTERED);
        Figure placed = figures.of(STATE, "PLACED");
        List<Row> rows = new ArrayList<>();
        rows.add(row("registered", registered, registered, rest(figures, say, "WAITING_INTAKE", "STOPPED"), say));
        rows.add(row("intake", figures.together(AFTER_INTAKE), registered, rest(figures, say, "WAITING_COACH"), say));
        rows.add(row(
                "coach",
                figures.together(AFTER_INTAKE.subList(1, 4)),
                registered,
                rest(figures, say, "PLANNING"),
                say));
        rows.add(row(
                "plan", figures.together(AFTER_INTAKE.subList(2, 4)), registered, rest(figures, say, "ACTING"), say));
        String share = placed.enough() && registered.enough()
                ? say.text("insight.funnel.share", Math.round(placed.percentOf(registered.n())))
                : "";
        rows.add(row("placed", placed, registered, share, say));
        return new Funnel(
                conclusion(figures, say),
                say.worthShowing(rows, row -> List.of(row.figure())),
                say.missing(rows.stream().map(Row::figure).toList()));
    }

    private static Row row(String code, Figure figure, Figure registered, String rest, Say say) {
        return new Row(code, figure, say.cell(figure), figure.percentOf(registered.n()), rest);
    }

    private static String rest(FigureSet figures, Say say, String... states) {
        List<String> parts = new ArrayList<>();
        for (String state : states) {
            Figure figure = figures.of(STATE, state);
            if (!figure.zero() && (figure.shown() || figure.small())) {
                parts.add(say.text("insight.rest." + code(state), say.words(figure)));
            }
        }
        return String.join(", ", parts);
    }

    /** Where the largest group is now; said only when all can be seen. */
    private static @Nullable String conclusion(FigureSet figures, Say say) {
        String most = null;
        for (String state : WAY) {
            Figure figure = figures.of(STATE, state);
            if (!figure.shown()) {
                return null;
            }
            if (most == null || figure.n() > figures.of(STATE, most).n()) {
                most = state;
            }
        }
        return most == null || figures.of(STATE, most).zero() ? null : say.text("insight.funnel.most." + code(most));
    }

    private static String code(String state) {
        return state.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
