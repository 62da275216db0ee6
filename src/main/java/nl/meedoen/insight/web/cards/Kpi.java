package nl.meedoen.insight.web.cards;

import static nl.meedoen.insight.figures.Measure.*;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import nl.meedoen.insight.figures.Period;
import nl.meedoen.insight.suppression.Suppression;
import org.jspecify.annotations.Nullable;

/**
 * A key figure, held against its target where one was set.
 *
 * @param code names its definition in the messages
 * @param tone up, dn or none, as the stylesheet has it
 */
public record Kpi(
        String code, String label, String value, @Nullable String unit, String note, String tone, String icon) {

    private static final BigDecimal DAYS_A_MONTH = new BigDecimal("30.44");

    /** A sentence with the sign that goes with it. */
    private record Note(String text, String tone, String icon) {

        static Note plain(String text) {
            return new Note(text, "", "info");
        }

        static Note good(String text) {
            return new Note(text, "up", "check");
        }

        static Note bad(String text) {
            return new Note(text, "dn", "alert");
        }
    }

    /** The key figures, in the order of the page. */
    public static List<Kpi> of(View view) {
        return List.of(placed(view), waiting(view), duration(view), lasting(view));
    }

    private static Kpi of(String code, String label, String value, @Nullable String unit, Note note) {
        return new Kpi(code, label, value, unit, note.text(), note.tone(), note.icon());
    }

    private static Kpi placed(View view) {
        Say say = view.say();
        Period period = view.period().programme() ? new Period(view.day().getYear(), 0) : view.period();
        Figure now = view.figures().of(BEGUN, period.dimension());
        String label = view.period().programme()
                ? say.text("insight.kpi.placed")
                : say.text("insight.kpi.placed.in", view.within(period));
        Integer target = view.goals().placements(period);
        return of("placed", label, say.cell(now), null, placedNote(view, period, now, target));
    }

    private static Note placedNote(View view, Period period, Figure now, @Nullable Integer target) {
        Say say = view.say();
        if (target == null) {
            Figure before = view.figures().of(BEGUN, period.before().dimension());
            boolean known = period.before().year() >= view.day().getYear() - 1 && (before.shown() || before.small());
            return Note.plain(
                    known
                            ? say.text("insight.kpi.placed.before", say.words(before), view.within(period.before()))
                            : say.text("insight.kpi.placed.none"));
        }
        if (!now.shown()) {
            return Note.plain(say.text("insight.kpi.target", say.number(target)));
        }
        long more = now.n() - target;
        if (more >= 0) {
            return Note.good(
                    more == 0
                            ? say.text("insight.kpi.placed.met", say.number(target))
                            : say.text("insight.kpi.placed.more", say.number(more), say.number(target)));
        }
        return view.running(period)
                ? Note.plain(say.text("insight.kpi.placed.left", say.number(-more), say.number(target)))
                : Note.bad(say.text("insight.kpi.placed.less", say.number(-more), say.number(target)));
    }

    private static Kpi waiting(View view) {
        Say say = view.say();
        boolean now = view.period().programme();
        String code = now ? "waiting" : "found";
        String label = say.text("insight.kpi." + code);
        BigDecimal average =
                now ? view.figures().average(WAITING_DAYS) : view.figures().average(FOUND_DAYS, view.period());
        if (average == null) {
            boolean nobody = now && view.figures().of(STATE, "WAITING_COACH").zero();
            return nobody
                    ? of(code, label, "0", null, Note.good(say.text("insight.kpi.waiting.nobody")))
                    : few(view, code, label);
        }
        long days = average.setScale(0, RoundingMode.HALF_UP).longValue();
        int target = view.goals().waitingDays(view.year());
        Note note = days > target
                ? Note.bad(say.text("insight.kpi.waiting.late", days - target, target))
                : Note.good(say.text("insight.kpi.waiting.ok", target));
        return of(code, label, say.number(days), say.text("insight.days", days), note);
    }

    private static Kpi duration(View view) {
        Say say = view.say();
        String label = say.text("insight.kpi.duration");
        BigDecimal average = months(view, view.period());
        if (average == null) {
            return few(view, "duration", label);
        }
        return of("duration", label, say.decimal(average), say.text("insight.months"), durationNote(view, average));
    }

    private static Note durationNote(View view, BigDecimal months) {
        Say say = view.say();
        Integer target = view.goals().planMonths(view.year());
        if (target != null) {
            BigDecimal longer = months.subtract(BigDecimal.valueOf(target));
            return longer.signum() > 0
                    ? Note.bad(say.text("insight.kpi.duration.longer", say.decimal(longer), target))
                    : Note.good(say.text("insight.kpi.duration.ok", target));
        }
        BigDecimal before =
                view.period().programme() ? null : months(view, view.period().before());
        if (before == null) {
            return Note.plain(say.text("insight.kpi.duration.note"));
        }
        BigDecimal longer = months.subtract(before);
        String code = longer.signum() > 0 ? "insight.kpi.duration.more" : "insight.kpi.duration.less";
        return Note.plain(
                longer.signum() == 0
                        ? say.text(
                                "insight.kpi.duration.same",
                                view.within(view.period().before()))
                        : say.text(
                                code,
                                say.decimal(longer.abs()),
                                view.within(view.period().before())));
    }

    private static @Nullable BigDecimal months(View view, Period period) {
        BigDecimal days = view.figures().average(PLAN_TO_PLACEMENT, period);
        return days == null ? null : days.divide(DAYS_A_MONTH, 1, RoundingMode.HALF_UP);
    }

    private static Kpi lasting(View view) {
        Say say = view.say();
        String label = say.text("insight.kpi.lasting");
        boolean whole = view.period().programme();
        Figure still = whole
                ? view.figures().of(LASTING, "STILL")
                : view.figures().of(STILL, view.period().dimension());
        Figure ended = whole
                ? view.figures().of(LASTING, "ENDED")
                : view.figures().of(ENDED, view.period().dimension());
        long reached = still.n() + ended.n();
        if (!still.shown() || !ended.shown() || reached < Suppression.THRESHOLD) {
            return still.zero() && ended.zero()
                    ? of(
                            "lasting",
                            label,
                            say.text("insight.withheld"),
                            null,
                            Note.plain(say.text("insight.kpi.lasting.nobody")))
                    : few(view, "lasting", label);
        }
        long percent = Math.round(100.0 * still.n() / reached);
        return of("lasting", label, say.number(percent), "%", lastingNote(view, still.n(), reached, percent));
    }

    private static Note lastingNote(View view, long still, long reached, long percent) {
        Say say = view.say();
        String people = say.text("insight.kpi.lasting.note", say.number(still), say.number(reached));
        Integer target = view.goals().lastingPercent(view.year());
        if (target == null) {
            return Note.plain(people);
        }
        String against = people + ", " + say.text("insight.kpi.lasting.target", target);
        return percent >= target ? Note.good(against) : Note.bad(against);
    }

    private static Kpi few(View view, String code, String label) {
        Say say = view.say();
        return of(code, label, say.text("insight.withheld"), null, Note.plain(say.text("insight.kpi.few")));
    }
}
