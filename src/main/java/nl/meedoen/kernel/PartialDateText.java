package nl.meedoen.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways in which people write dates. */
final class PartialDateText {

    private static final Set<String> UNKNOWN =
            Set.of("onbekend", "unknown", "?", "-", "--", "n.v.t.", "nvt", "n/a", "geen", "niet bekend", "ob", "onb.");
    private static final Set<String> FILLERS =
            Set.of("of", "de", "the", "ca", "circa", "rond", "ongeveer", "about", "in");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("maa", 3),
            Map.entry("mrt", 3),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("mei", 5),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("okt", 10),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));
    private static final Set<String> FULL_MONTHS = Set.of(
            "januari",
            "februari",
            "maart",
            "april",
            "mei",
            "juni",
            "juli",
            "augustus",
            "september",
            "oktober",
            "november",
            "december",
            "january",
            "february",
            "march",
            "may",
            "june",
            "july",
            "august",
            "october",
            "sept",
            "febr",
            "okto",
            "octo",
            "novem",
            "decem");
    private static final Pattern TIME = Pattern.compile("(?<=\\d)[t ]+\\d{1,2}:\\d{2}(:\\d{2}([.,]\\d+)?)?z?$");
    private static final Pattern WORDS = Pattern.compile("\\p{L}+|\\d+");
    private static final Pattern ORDINAL = Pattern.compile("(?<=\\d)(st|nd|rd|th|e|ste|de)\\b");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,4}(\\s*[-/. ]\\s*\\d{1,4}){0,2}");
    private static final Pattern EIGHT = Pattern.compile("\\d{8}");

    private PartialDateText() {}

    static PartialDate read(@Nullable String typed) {
        String text = typed == null ? "" : latinDigits(typed).strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || UNKNOWN.contains(text)) return PartialDate.UNKNOWN;
        text = TIME.matcher(text).replaceFirst("");
        try {
            if (EIGHT.matcher(text).matches()) return eightDigits(text);
            if (NUMBERS.matcher(text).matches()) return numbers(text);
            return words(text);
        } catch (UnreadableDate e) {
            throw new UnreadableDate(e.code(), String.valueOf(typed).strip());
        }
    }

    static PartialDate read(@Nullable String day, @Nullable String month, @Nullable String year) {
        String d = box(day);
        String m = box(month);
        String y = box(year);
        try {
            if (!m.isEmpty() && Character.isLetter(m.charAt(0))) m = Integer.toString(month(m));
            return date(number(y), number(m), number(d));
        } catch (UnreadableDate e) {
            throw new UnreadableDate(e.code(), (d + " " + m + " " + y).strip());
        }
    }

    static String unknown(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nl" -> "onbekend";
            case "ar" -> "غير معروف";
            default -> "unknown";
        };
    }

    /** The digits of Arabic and Persian keyboards as 0 to 9. */
    static String latinDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isDigit(c)) plain.append(Character.digit(c, 10));
            else plain.appendCodePoint(c);
        });
        return plain.toString();
    }

    private static String box(@Nullable String text) {
        String box = text == null ? "" : latinDigits(text).strip().toLowerCase(Locale.ROOT);
        return UNKNOWN.contains(box) ? "" : box;
    }

    /** The register's own way, 19870306; the other way round, 06031987, can be told apart: there is no month 19 or 20. */
    private static PartialDate eightDigits(String text) {
        String middle = text.substring(4, 6);
        if (middle.compareTo("12") <= 0) {
            return date(number(text.substring(0, 4)), number(middle), number(text.substring(6)));
        }
        return date(number(text.substring(4)), number(text.substring(2, 4)), number(text.substring(0, 2)));
    }

    private static PartialDate numbers(String text) {
        String[] parts = text.split("\\s*[-/. ]\\s*");
        boolean yearFirst = parts[0].length() == 4;
        String year = yearFirst ? parts[0] : parts[parts.length - 1];
        if (year.length() != 4) throw unreadable(text);
        return switch (parts.length) {
            case 1 -> date(number(year), 0, 0);
            case 2 -> date(number(year), number(yearFirst ? parts[1] : parts[0]), 0);
            default -> date(number(year), number(parts[1]), number(yearFirst ? parts[2] : parts[0]));
        };
    }

    private static PartialDate words(String text) {
        List<String> numbers = new ArrayList<>();
        int month = 0;
        Matcher words = WORDS.matcher(ORDINAL.matcher(text).replaceAll(""));
        while (words.find()) {
            String word = words.group();
            if (FILLERS.contains(word)) continue;
            if (Character.isDigit(word.charAt(0))) numbers.add(word);
            else if (month != 0) throw unreadable(text);
            else month = month(word);
        }
        String year = numbers.stream().filter(n -> n.length() == 4).findFirst().orElseThrow(() -> unreadable(text));
        numbers.remove(year);
        if (numbers.size() > (month == 0 ? 0 : 1)) throw unreadable(text);
        return date(number(year), month, numbers.isEmpty() ? 0 : number(numbers.get(0)));
    }

    private static int month(String word) {
        Integer month = word.length() < 3 ? null : MONTHS.get(word.substring(0, 3));
        if (month == null || (word.length() > 3 && !FULL_MONTHS.contains(word))) throw unreadable(word);
        return month;
    }

    private static int number(String digits) {
        if (digits.isEmpty()) return 0;
        if (digits.length() > 4 || !digits.chars().allMatch(Character::isDigit)) throw unreadable(digits);
        return Integer.parseInt(digits);
    }

    private static PartialDate date(int year, int month, int day) {
        return new PartialDate(year == 0 ? null : year, month == 0 ? null : month, day == 0 ? null : day);
    }

    private static UnreadableDate unreadable(String text) {
        return new UnreadableDate(UnreadableDate.UNREADABLE, text);
    }
}
