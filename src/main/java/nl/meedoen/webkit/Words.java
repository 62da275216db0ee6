package nl.meedoen.webkit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Dates and numbers as people say them, in the reader's language; templates call it as {@code @words}. */
@Component("words")
public class Words {

    /** Where the work is done; dates on the screen are days in this zone. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final Texts texts;
    private final Clock clock;

    Words(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    /** "26 november", with the year when it is another year than now. */
    public String date(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        return format(day, day.getYear() == today().getYear() ? "d MMMM" : "d MMMM yyyy");
    }

    /** "26 november 2026". */
    public String fullDate(@Nullable LocalDate day) {
        return day == null ? "" : format(day, "d MMMM yyyy");
    }

    /** "donderdag 26 november". */
    public String weekday(@Nullable LocalDate day) {
        return day == null ? "" : format(day, day.getYear() == today().getYear() ? "EEEE d MMMM" : "EEEE d MMMM yyyy");
    }

    /** "do 26 november". */
    public String shortWeekday(@Nullable LocalDate day) {
        return day == null ? "" : format(day, "EEE d MMMM").replace(".", "");
    }

    /** "nov", for the leaf of a calendar. */
    public String month(LocalDate day) {
        return format(day, "MMM").replace(".", "");
    }

    /** "14.00 uur" or "14:00". */
    public String time(LocalTime time) {
        return texts.of("webkit.time", format(time.atDate(today()), "H"), format(time.atDate(today()), "mm"));
    }

    /** "22 november, 14.32 uur". */
    public String moment(@Nullable Instant instant) {
        if (instant == null) {
            return "";
        }
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZONE);
        String day = local.toLocalDate().equals(today()) ? texts.of("webkit.today") : date(local.toLocalDate());
        return day + ", " + time(local.toLocalTime());
    }

    /** "vandaag", "gisteren", "6 dagen geleden". */
    public String ago(@Nullable LocalDate day) {
        if (day == null) {
            return texts.of("webkit.never");
        }
        long days = ChronoUnit.DAYS.between(day, today());
        return days < 0 ? date(day) : days == 0 ? texts.of("webkit.today") : texts.of("webkit.days-ago", days);
    }

    /** "4 dagen te laat"; empty when the day has not passed. */
    public String late(@Nullable LocalDate due) {
        if (due == null || !due.isBefore(today())) {
            return "";
        }
        return texts.of("webkit.days-late", ChronoUnit.DAYS.between(due, today()));
    }

    /** Whether the day has passed. */
    public boolean overdue(@Nullable LocalDate due) {
        return due != null && due.isBefore(today());
    }

    /** How many whole days ago, for a warning after so many days. */
    public long daysSince(@Nullable LocalDate day) {
        return day == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(day, today());
    }

    private static String format(java.time.temporal.TemporalAccessor value, String pattern) {
        Locale locale = LocaleContextHolder.getLocale();
        return DateTimeFormatter.ofPattern(pattern, locale).format(value);
    }
}
