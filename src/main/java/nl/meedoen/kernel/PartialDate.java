package nl.meedoen.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date of which the day, the month or all may be unknown. The Dutch population register writes the unknown parts as 00;
 * tens of thousands of its birth dates are like that.
 */
public record PartialDate(
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day) {

    /** Nothing is known. */
    public static final PartialDate UNKNOWN = new PartialDate(null, null, null);

    private static final int OLDEST_YEAR = 1900;

    /** How much of a date is known. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        UNKNOWN
    }

    /** Checks that a day has a month, a month a year, and that the day exists; otherwise {@link UnreadableDate}. */
    public PartialDate {
        String text = iso(year, month, day);
        if ((day != null && month == null) || (month != null && year == null)) {
            throw new UnreadableDate(UnreadableDate.UNREADABLE, text);
        }
        if (year != null) {
            try {
                LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
            } catch (DateTimeException e) {
                throw new UnreadableDate(UnreadableDate.NO_SUCH_DAY, text);
            }
            if (year < OLDEST_YEAR) throw new UnreadableDate(UnreadableDate.TOO_OLD, text);
        }
    }

    /** The whole of a date. */
    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /**
     * Reads the three boxes of a form; an empty box, 0 or 00 is an unknown part.
     *
     * @param month a number or a Dutch or English name
     * @throws UnreadableDate when the boxes hold no possible date
     */
    public static PartialDate of(@Nullable String day, @Nullable String month, @Nullable String year) {
        return PartialDateText.read(day, month, year);
    }

    /**
     * Reads a date as people and municipalities write it: 06-03-1987, 3/5/1988, 1991-05-20, 19910520, 00-03-1993, 1989, "maart
     * 1993", "6 mrt 1987", "onbekend" or nothing. Day comes before month; the year has four digits.
     *
     * @throws UnreadableDate when it is no possible date
     */
    public static PartialDate parse(@Nullable String text) {
        return PartialDateText.read(text);
    }

    /** As {@link #parse(String)}, and refuses what lies after today: for a birth, an arrival, a diploma. */
    public static PartialDate parse(@Nullable String text, LocalDate today) {
        try {
            return parse(text).notAfter(today);
        } catch (UnreadableDate e) {
            throw new UnreadableDate(e.code(), text == null ? "" : text.strip());
        }
    }

    /** This date, unless it surely lies after the given day: then {@link UnreadableDate} with code "date.future". */
    public PartialDate notAfter(LocalDate today) {
        if (earliest().filter(first -> first.isAfter(today)).isPresent()) {
            throw new UnreadableDate(UnreadableDate.FUTURE, toString());
        }
        return this;
    }

    /** How much is known. */
    public Precision precision() {
        if (day != null) return Precision.DAY;
        if (month != null) return Precision.MONTH;
        return year != null ? Precision.YEAR : Precision.UNKNOWN;
    }

    /** The first day that it can be; empty when nothing is known. */
    public Optional<LocalDate> earliest() {
        return year == null
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day));
    }

    /** The last day that it can be; empty when nothing is known. */
    public Optional<LocalDate> latest() {
        if (year == null) return Optional.empty();
        if (day != null) return earliest();
        return Optional.of(YearMonth.of(year, month == null ? 12 : month).atEndOfMonth());
    }

    /** The date, when all of it is known. */
    public Optional<LocalDate> exact() {
        return day == null ? Optional.empty() : earliest();
    }

    /** The ages that somebody born on this date can have today; empty when nothing is known. */
    public Optional<AgeRange> ageRange(LocalDate today) {
        return earliest().map(first -> new AgeRange(years(latest().orElse(first), today), years(first, today)));
    }

    /** For people: "17 oktober 1976", "maart 1993", "1989", "onbekend". */
    public String display(Locale locale) {
        return switch (precision()) {
            case DAY ->
                DateTimeFormatter.ofPattern("d MMMM uuuu", locale)
                        .format(earliest().orElseThrow());
            case MONTH ->
                DateTimeFormatter.ofPattern("LLLL uuuu", locale)
                        .format(earliest().orElseThrow());
            case YEAR -> Objects.requireNonNull(year).toString();
            case UNKNOWN -> PartialDateText.unknown(locale);
        };
    }

    /** Year, month and day with zeros for what is unknown, as the register does: "1993-03-00". */
    @Override
    public String toString() {
        return iso(year, month, day);
    }

    private static int years(LocalDate birth, LocalDate today) {
        return Math.max(0, Period.between(birth, today).getYears());
    }

    private static String iso(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02d",
                year == null ? 0 : year,
                month == null ? 0 : month,
                day == null ? 0 : day);
    }
}
