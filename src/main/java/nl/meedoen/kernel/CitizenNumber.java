package nl.meedoen.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a citizen service number (BSN), which may be kept nowhere in this application: Dutch law (UAVG, article 46)
 * allows its use only where an act says so.
 */
public final class CitizenNumber {

    private static final int LENGTH = 9;
    private static final Pattern RUN = Pattern.compile("\\+?\\d+(?:[ .\\-/()\\u00A0\\u2010\\u2011\\u2013]{1,3}\\d+)*");
    private static final Pattern BETWEEN = Pattern.compile("\\D+");
    private static final List<String> USUAL_GROUPS = List.of("3 3 3", "4 2 3", "2 3 4", "2 2 2 3", "3 2 2 2");

    private static final Pattern MASKED = Pattern.compile("•(?:[ .\\-/()\\u00A0\\u2010\\u2011\\u2013]{0,3}•){8}");

    private CitizenNumber() {}

    /**
     * Whether somewhere in this text stands a number of nine digits, in one piece or in groups, that passes the elfproef. Phone
     * numbers and dates are left alone.
     */
    public static boolean looksLikeOne(@Nullable String text) {
        if (text == null || text.length() < LENGTH) return false;
        return RUN.matcher(PartialDateText.latinDigits(text)).results().anyMatch(run -> inRun(run.group()));
    }

    /** The text with the digits of every such number replaced by dots, for where it must be shown or sent back. */
    public static String mask(String text) {
        if (!looksLikeOne(text)) return text;
        return RUN.matcher(PartialDateText.latinDigits(text))
                .replaceAll(run -> inRun(run.group()) ? run.group().replaceAll("\\d", "•") : run.group());
    }

    /** Whether such a number stood in this text before {@link #mask} took it away. */
    public static boolean isMasked(String text) {
        return MASKED.matcher(text).find();
    }

    private static boolean inRun(String run) {
        boolean abroad = run.startsWith("+") || run.startsWith("00");
        return inRun(Arrays.asList(BETWEEN.split(run.replaceFirst("^\\+", ""))), abroad);
    }

    private static boolean inRun(List<String> groups, boolean abroad) {
        int total = groups.stream().mapToInt(String::length).sum();
        if (total < LENGTH) return false;
        if (isDate(groups)) return inRun(groups.subList(3, groups.size()), false);
        if (total == LENGTH) return passes(String.join("", groups));
        for (int i = 0; i < groups.size(); i++) {
            boolean afterCountryCode = abroad && i == 1 && groups.get(0).length() <= 5;
            if (groups.get(i).length() == LENGTH && !afterCountryCode && passes(groups.get(i))) return true;
        }
        if (abroad || groups.get(0).startsWith("0")) return inRun(afterPhone(groups), false);
        for (String shape : USUAL_GROUPS) {
            if (hasShape(groups, shape)) return true;
        }
        return false;
    }

    /** A phone number has ten digits or more; the groups that make it up are passed over. */
    private static List<String> afterPhone(List<String> groups) {
        int digits = 0;
        int taken = 0;
        while (taken < groups.size() && digits < 10)
            digits += groups.get(taken++).length();
        return groups.subList(taken, groups.size());
    }

    private static boolean hasShape(List<String> groups, String shape) {
        String[] lengths = shape.split(" ", -1);
        for (int start = 0; start + lengths.length <= groups.size(); start++) {
            List<String> window = groups.subList(start, start + lengths.length);
            boolean fits = true;
            for (int i = 0; i < lengths.length; i++) {
                fits &= window.get(i).length() == Integer.parseInt(lengths[i]);
            }
            if (fits && passes(String.join("", window))) return true;
        }
        return false;
    }

    private static boolean isDate(List<String> groups) {
        if (groups.size() < 3) return false;
        boolean yearFirst = groups.get(0).length() == 4;
        String year = groups.get(yearFirst ? 0 : 2);
        String day = groups.get(yearFirst ? 2 : 0);
        return year.matches("(19|20)\\d\\d")
                && day.length() <= 2
                && groups.get(1).matches("0?\\d|1[0-2]");
    }

    /** The elfproef: nine times the first digit, eight times the second and so on, less the last, divides by eleven. */
    private static boolean passes(String digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int weight = i == LENGTH - 1 ? -1 : LENGTH - i;
            sum += weight * (digits.charAt(i) - '0');
        }
        return sum % 11 == 0 && !digits.equals("0".repeat(LENGTH));
    }
}
