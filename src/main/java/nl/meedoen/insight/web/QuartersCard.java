package nl.meedoen.insight.web;

import static nl.meedoen.insight.figures.Measure.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.meedoen.insight.suppression.Mark;
import org.jspecify.annotations.Nullable;

/** Placements that began in each quarter of this year and the last. */
record QuartersCard(
        String conclusion,
        String description,
        List<Quarter> quarters,
        @Nullable Plot wide,
        @Nullable Plot small) {

    /** A quarter; running while it has not ended. */
    record Quarter(int year, int number, Figure figure, String count, boolean running) {}

    static QuartersCard of(FigureSet figures, Say say, LocalDate today) {
        int now = (today.getMonthValue() + 2) / 3;
        List<Quarter> quarters = new ArrayList<>();
        for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
            for (int number = 1; number <= (year == today.getYear() ? now : 4); number++) {
                Figure figure = figures.of(STARTED, year + "-" + number);
                boolean running = year == today.getYear() && number == now;
                quarters.add(new Quarter(year, number, figure, say.cell(figure), running));
            }
        }
        boolean any = quarters.stream().anyMatch(quarter -> !quarter.figure().zero());
        String conclusion = conclusion(figures, say, today);
        return new QuartersCard(
                conclusion,
                description(quarters, say),
                quarters,
                any ? Plot.wide(quarters, say) : null,
                any ? Plot.small(quarters, say) : null);
    }

    private static String conclusion(FigureSet figures, Say say, LocalDate today) {
        Figure now = figures.of(YEAR, String.valueOf(today.getYear()));
        Figure before = figures.of(YEAR, String.valueOf(today.getYear() - 1));
        if (now.zero() && before.zero()) {
            return say.text("insight.quarters.none");
        }
        if (now.mark() == Mark.WITHHELD || before.mark() == Mark.WITHHELD) {
            return say.text("insight.hidden");
        }
        return say.text(
                "insight.quarters.years",
                String.valueOf(today.getYear()),
                say.words(now),
                String.valueOf(today.getYear() - 1),
                say.words(before));
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
