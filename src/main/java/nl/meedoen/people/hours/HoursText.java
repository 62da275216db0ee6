package nl.meedoen.people.hours;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours as people write them: "12", "12,5", "12.5" or "12:30". */
final class HoursText {

    private static final Pattern CLOCK = Pattern.compile("(\\d{1,3})[:u](\\d{2})");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}([.,]\\d{1,2})?");

    private HoursText() {}

    /** The minutes; empty for what is no number of hours. */
    static OptionalInt minutes(String typed) {
        String text = typed.strip();
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            int rest = Integer.parseInt(clock.group(2));
            return rest > 59 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(clock.group(1)) * 60 + rest);
        }
        if (!DECIMAL.matcher(text).matches()) {
            return OptionalInt.empty();
        }
        BigDecimal hours = new BigDecimal(text.replace(',', '.'));
        return OptionalInt.of(hours.multiply(BigDecimal.valueOf(60))
                .setScale(0, RoundingMode.HALF_UP)
                .intValue());
    }

    /** Minutes as hours with at most two decimals. */
    static BigDecimal hours(int minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
