package nl.meedoen.insight.web.cards;

import java.time.LocalDate;
import nl.meedoen.insight.figures.Period;

/**
 * What a dashboard is made from.
 *
 * @param day the day of the figures
 * @param noun the word for the people: residents or participants
 */
public record View(FigureSet figures, Goals goals, Period period, LocalDate day, Say say, String noun) {

    /** The year that targets are taken of. */
    int year() {
        return period.programme() ? day.getYear() : period.year();
    }

    /** Whether the period has not ended yet. */
    boolean running(Period some) {
        return !some.until().isBefore(day);
    }

    /** As it follows "in": 2026, or "het 4e kwartaal van 2026". */
    public String within(Period some) {
        return some.quarter() == 0
                ? String.valueOf(some.year())
                : say.text(
                        "insight.in-quarter",
                        say.text("insight.quarter." + some.quarter()),
                        String.valueOf(some.year()));
    }

    /** 2026, or "4e kwartaal 2026". */
    public String words(Period some) {
        return some.quarter() == 0
                ? String.valueOf(some.year())
                : say.text("insight.quarter." + some.quarter()) + " " + some.year();
    }
}
