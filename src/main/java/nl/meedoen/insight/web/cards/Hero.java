package nl.meedoen.insight.web.cards;

import static nl.meedoen.insight.figures.Measure.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nl.meedoen.insight.suppression.Mark;
import org.jspecify.annotations.Nullable;

/** The conclusion in one sentence, and a dot for each person. */
public record Hero(String lead, String rest, @Nullable Gain gain, String each, Dots dots, List<Key> keys) {

    /** How much higher people stand: the words before, the words that stand out, the words after. */
    record Gain(String before, String strong, String after) {}

    /** What a kind of dot means. */
    record Key(String dot, String count, String label) {}

    private static final List<String> ON_THE_WAY = List.of("WAITING_INTAKE", "WAITING_COACH", "PLANNING");

    /** Reads the states; {@code residents} for whoever knows them as residents. */
    public static Hero of(View view, boolean residents) {
        FigureSet figures = view.figures();
        Say say = view.say();
        String noun = view.noun();
        Figure registered = figures.of(REGISTERED);
        List<Figure> groups = List.of(
                figures.of(STATE, "PLACED"),
                figures.of(STATE, "ACTING"),
                figures.together(ON_THE_WAY),
                figures.of(STATE, "STOPPED"));
        List<String> labels = List.of("placed", "acting", "on-the-way", "stopped");
        List<Key> keys = new ArrayList<>();
        long shown = 0;
        boolean all = true;
        for (int at = 0; at < groups.size(); at++) {
            Figure group = groups.get(at);
            all = all && group.shown();
            shown += group.n();
            if (group.shown()) {
                keys.add(new Key("p" + (at + 1), say.cell(group), say.text("insight.dot." + labels.get(at))));
            }
        }
        if (!all) {
            String hidden = say.number(registered.n() - shown);
            keys.add(new Key("p5", hidden, say.text("insight.dot.together", together(groups, labels, say))));
        }
        Dots dots = Dots.of(
                groups.get(0).n(),
                groups.get(1).n(),
                groups.get(2).n(),
                groups.get(3).n(),
                registered.n() - shown);
        Figure placed = groups.get(0);
        String lead = placed.mark() == Mark.WITHHELD
                ? say.text("insight.lead.only", say.number(registered.n()), noun)
                : say.text("insight.lead", say.words(placed), say.number(registered.n()), noun);
        if (!view.period().programme()) {
            return new Hero(begun(view), registered(view), null, each(dots, say, residents), dots, keys);
        }
        String rest =
                placed.mark() == Mark.WITHHELD ? say.text("insight.lead.only.rest") : say.text("insight.lead.rest");
        return new Hero(capital(lead), rest, gain(figures, say), each(dots, say, residents), dots, keys);
    }

    private static String each(Dots dots, Say say, boolean residents) {
        return dots.people() == 1
                ? say.text(residents ? "insight.dot.resident" : "insight.dot.participant")
                : say.text("insight.dot.more", say.number(dots.people()));
    }

    /** What began in the period; who reads it sees everybody as they stand now beside it. */
    private static String begun(View view) {
        Figure begun = view.figures().of(BEGUN, view.period().dimension());
        return begun.mark() == Mark.WITHHELD
                ? view.within(view.period())
                : capital(view.say().text("insight.lead.begun", view.say().words(begun), begun.n()));
    }

    private static String registered(View view) {
        Say say = view.say();
        Figure begun = view.figures().of(BEGUN, view.period().dimension());
        Figure registered = view.figures().of(REGISTERED, view.period().dimension());
        String first =
                begun.mark() == Mark.WITHHELD ? "" : say.text("insight.lead.begun.rest", view.within(view.period()));
        return registered.mark() == Mark.WITHHELD
                ? first
                : (first + " " + say.text("insight.lead.registered", capital(say.words(registered)), view.noun()))
                        .strip();
    }

    private static String together(List<Figure> groups, List<String> labels, Say say) {
        List<String> hidden = new ArrayList<>();
        for (int at = 0; at < groups.size(); at++) {
            if (!groups.get(at).shown()) {
                hidden.add(say.text("insight.dot." + labels.get(at)));
            }
        }
        return String.join(say.text("insight.or"), hidden);
    }

    private static @Nullable Gain gain(FigureSet figures, Say say) {
        BigDecimal gain = figures.average(RUNG_GAIN);
        if (gain != null && gain.abs().doubleValue() >= 0.05) {
            String code = gain.signum() > 0 ? "insight.gain.higher" : "insight.gain.lower";
            return new Gain(
                    say.text("insight.gain.before"),
                    say.text(code, say.decimal(gain.abs())),
                    say.text("insight.gain.after"));
        }
        Figure up = figures.of(RUNG_CHANGE, "UP");
        return up.enough() && figures.of(MEASURED).shown()
                ? new Gain(
                        "", say.text("insight.gain.people", say.number(up.n())), say.text("insight.gain.people.after"))
                : null;
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
