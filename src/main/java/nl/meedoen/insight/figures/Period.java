package nl.meedoen.insight.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What figures are of: the whole programme, a year or a quarter. Periods lie inside one another or apart, never across:
 * figures of periods that overlap could be subtracted.
 *
 * @param year 0 for the programme
 * @param quarter 1 to 4; 0 for a whole year and for the programme
 */
public record Period(int year, int quarter) {

    /** Everything until now. */
    public static final Period PROGRAMME = new Period(0, 0);

    /** As it stands in an address and in a counter: {@code programme}, {@code 2026}, {@code 2026-4}. */
    public String code() {
        return year == 0 ? "programme" : quarter == 0 ? String.valueOf(year) : year + "-" + quarter;
    }

    /** The dimension of its counters. */
    public String dimension() {
        return year == 0 ? "ALL" : code();
    }

    public boolean programme() {
        return year == 0;
    }

    public boolean wholeYear() {
        return year > 0 && quarter == 0;
    }

    /** The periods that can be chosen on a day: this year and the last, each with its quarters that have begun. */
    public static List<Period> on(LocalDate today) {
        List<Period> periods = new ArrayList<>(List.of(PROGRAMME));
        for (int year = today.getYear(); year >= today.getYear() - 1; year--) {
            periods.add(new Period(year, 0));
            List<Period> quarters = quarters(year, today);
            for (int at = quarters.size() - 1; at >= 0; at--) {
                periods.add(quarters.get(at));
            }
        }
        return periods;
    }

    /** The quarters of a year that have begun, the first one first. */
    public static List<Period> quarters(int year, LocalDate today) {
        int until = year < today.getYear() ? 4 : (today.getMonthValue() + 2) / 3;
        List<Period> quarters = new ArrayList<>();
        for (int quarter = 1; quarter <= until; quarter++) {
            quarters.add(new Period(year, quarter));
        }
        return quarters;
    }

    /** The period that an address names; empty for one that cannot be chosen on that day. */
    public static Optional<Period> read(String code, LocalDate today) {
        return on(today).stream().filter(period -> period.code().equals(code)).findFirst();
    }

    /** Its first day; not to be asked of the programme. */
    public LocalDate from() {
        return LocalDate.of(year, quarter == 0 ? 1 : quarter * 3 - 2, 1);
    }

    /** Its last day; not to be asked of the programme. */
    public LocalDate until() {
        return from().plusMonths(quarter == 0 ? 12 : 3).minusDays(1);
    }

    /** The period as long as this one that came before it. */
    public Period before() {
        return quarter == 0
                ? new Period(year - 1, 0)
                : quarter == 1 ? new Period(year - 1, 4) : new Period(year, quarter - 1);
    }
}
