package nl.meedoen.insight.web.cards;

import static nl.meedoen.insight.figures.Measure.*;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.insight.figures.Period;
import nl.meedoen.insight.suppression.Mark;
import org.jspecify.annotations.Nullable;

/** Placements that began in each quarter of this year and the last, against the target where there is one. */
public record QuartersCard(
        String conclusion,
        String description,
        List<Quarter> quarters,
        boolean targets,
        @Nullable Plot wide,
        @Nullable Plot small) {

    /** A quarter; running while it has not ended. */
    public record Quarter(
            int year,
            int number,
            Figure figure,
            String count,
            @Nullable Integer target,
            boolean running,
            boolean chosen) {

        /** Whether both are known and it is not below its target. */
        public boolean met() {
            return target != null && figure.shown() && figure.n() >= target;
        }
    }

    /** Reads the quarters of this year and the last. */
    public static QuartersCard of(View view) {
        List<Quarter> quarters = new ArrayList<>();
        for (int year = view.day().getYear() - 1; year <= view.day().getYear(); year++) {
            for (Period period : Period.quarters(year, view.day())) {
                Figure figure = view.figures().of(BEGUN, period.dimension());
                quarters.add(new Quarter(
                        year,
                        period.quarter(),
                        figure,
                        view.say().cell(figure),
                        view.goals().placements(period),
                        view.running(period),
                        period.equals(view.period())
                                || year == view.period().year() && view.period().wholeYear()));
            }
        }
        boolean any = quarters.stream().anyMatch(quarter -> !quarter.figure().zero());
        return new QuartersCard(
                conclusion(view, quarters),
                description(quarters, view.say()),
                quarters,
                quarters.stream().anyMatch(quarter -> quarter.target() != null),
                any ? Plot.wide(quarters, view.say()) : null,
                any ? Plot.small(quarters, view.say()) : null);
    }

    private static String conclusion(View view, List<Quarter> quarters) {
        Say say = view.say();
        int year = view.day().getYear();
        List<Quarter> ended = quarters.stream()
                .filter(quarter -> quarter.year() == year && !quarter.running())
                .toList();
        if (!ended.isEmpty()
                && ended.stream().allMatch(q -> q.target() != null && q.figure().shown())) {
            long met = ended.stream().filter(Quarter::met).count();
            return met == ended.size()
                    ? say.text("insight.quarters.all-met", String.valueOf(year))
                    : say.text("insight.quarters.met", String.valueOf(year), met, ended.size());
        }
        Figure now = view.figures().of(BEGUN, String.valueOf(year));
        Figure before = view.figures().of(BEGUN, String.valueOf(year - 1));
        if (now.zero() && before.zero()) {
            return say.text("insight.quarters.none");
        }
        if (now.mark() == Mark.WITHHELD) {
            return say.text("insight.hidden");
        }
        String sentence = say.text("insight.quarters.year", String.valueOf(year), say.words(now));
        return before.mark() == Mark.WITHHELD
                ? sentence
                : sentence + " " + say.text("insight.quarters.before", String.valueOf(year - 1), say.words(before));
    }

    private static String description(List<Quarter> quarters, Say say) {
        List<String> parts = quarters.stream()
                .filter(quarter -> quarter.figure().mark() != Mark.WITHHELD)
                .map(quarter -> say.text(
                        "insight.quarters.one",
                        say.text("insight.quarter." + quarter.number()),
                        String.valueOf(quarter.year()),
                        say.words(quarter.figure())))
                .toList();
        return String.join(", ", parts) + ".";
    }
}
