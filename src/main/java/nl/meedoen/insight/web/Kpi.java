package nl.meedoen.insight.web;

import static nl.meedoen.insight.figures.Measure.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key figure.
 *
 * @param code names it and its definition in the messages
 * @param tone up, dn or none, as the stylesheet has it
 */
record Kpi(String code, String value, @Nullable String unit, String note, String tone, String icon) {

    /** Days that anybody may wait for a coach (DOMAIN.md: fourteen days without a coach asks for attention). */
    private static final int WAITING_TARGET = 14;

    private static final BigDecimal DAYS_A_MONTH = new BigDecimal("30.44");

    static List<Kpi> of(FigureSet figures, Say say, LocalDate today) {
        return List.of(
                placed(figures, say, today), waiting(figures, say), duration(figures, say), lasting(figures, say));
    }

    private static Kpi placed(FigureSet figures, Say say, LocalDate today) {
        Figure now = figures.of(YEAR, String.valueOf(today.getYear()));
        Figure before = figures.of(YEAR, String.valueOf(today.getYear() - 1));
        String last = String.valueOf(today.getYear() - 1);
        String note = before.shown() || before.small()
                ? say.text("insight.kpi.placed.before", say.words(before), last)
                : say.text("insight.kpi.placed.since");
        boolean more = now.shown() && before.shown() && now.n() > before.n();
        return new Kpi("placed", say.cell(now), null, note, more ? "up" : "", more ? "trend" : "info");
    }

    private static Kpi waiting(FigureSet figures, Say say) {
        BigDecimal average = figures.average(WAITING_DAYS);
        if (average == null) {
            boolean nobody = figures.of(STATE, "WAITING_COACH").zero();
            String note = say.text(nobody ? "insight.kpi.waiting.nobody" : "insight.kpi.few");
            return new Kpi(
                    "waiting",
                    nobody ? "0" : say.text("insight.withheld"),
                    null,
                    note,
                    nobody ? "up" : "",
                    nobody ? "check" : "info");
        }
        long days = average.setScale(0, RoundingMode.HALF_UP).longValue();
        boolean late = days > WAITING_TARGET;
        String note = late
                ? say.text("insight.kpi.waiting.late", days - WAITING_TARGET, WAITING_TARGET)
                : say.text("insight.kpi.waiting.ok", WAITING_TARGET);
        String unit = say.text("insight.days", days);
        return new Kpi("waiting", say.number(days), unit, note, late ? "dn" : "up", late ? "alert" : "check");
    }

    private static Kpi duration(FigureSet figures, Say say) {
        BigDecimal average = figures.average(PLAN_TO_PLACEMENT);
        if (average == null) {
            return new Kpi("duration", say.text("insight.withheld"), null, say.text("insight.kpi.few"), "", "info");
        }
        String months = say.decimal(average.divide(DAYS_A_MONTH, 3, RoundingMode.HALF_UP));
        return new Kpi(
                "duration", months, say.text("insight.months"), say.text("insight.kpi.duration.note"), "", "info");
    }

    private static Kpi lasting(FigureSet figures, Say say) {
        Figure still = figures.of(LASTING, "STILL");
        Figure reached = figures.of(REACHED);
        if (!still.shown() || !reached.enough()) {
            String note = say.text(reached.zero() ? "insight.kpi.lasting.nobody" : "insight.kpi.few");
            return new Kpi("lasting", say.text("insight.withheld"), null, note, "", "info");
        }
        return new Kpi(
                "lasting",
                say.number(Math.round(still.percentOf(reached.n()))),
                "%",
                say.text("insight.kpi.lasting.note", say.number(still.n()), say.number(reached.n())),
                "",
                "info");
    }
}
