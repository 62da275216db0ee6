package nl.meedoen.participants.intake.file;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.participants.reference.PlainText;

/** The words that stand in cells with few answers: gender, level, benefit, route. */
final class CellWords {

    private static final Set<String> NOTHING =
            Set.of("", "onbekend", "unknown", "nvt", "na", "geenopgave", "nietbekend", "leeg", "null");
    private static final Map<String, Gender> GENDERS = Map.ofEntries(
            Map.entry("v", Gender.FEMALE),
            Map.entry("vr", Gender.FEMALE),
            Map.entry("vrouw", Gender.FEMALE),
            Map.entry("vrouwelijk", Gender.FEMALE),
            Map.entry("f", Gender.FEMALE),
            Map.entry("female", Gender.FEMALE),
            Map.entry("woman", Gender.FEMALE),
            Map.entry("mevrouw", Gender.FEMALE),
            Map.entry("m", Gender.MALE),
            Map.entry("man", Gender.MALE),
            Map.entry("mannelijk", Gender.MALE),
            Map.entry("male", Gender.MALE),
            Map.entry("deheer", Gender.MALE),
            Map.entry("x", Gender.NON_BINARY),
            Map.entry("nonbinair", Gender.NON_BINARY),
            Map.entry("nonbinary", Gender.NON_BINARY),
            Map.entry("anders", Gender.NON_BINARY),
            Map.entry("other", Gender.NON_BINARY),
            Map.entry("o", Gender.UNKNOWN));
    private static final Set<String> YES =
            Set.of("ja", "j", "yes", "y", "1", "true", "waar", "x", "bijstand", "uitkering", "pw");
    private static final Set<String> NO = Set.of("nee", "n", "no", "0", "false", "onwaar", "geen");
    private static final Map<String, LearningRoute> ROUTES = Map.ofEntries(
            Map.entry("b1", LearningRoute.B1),
            Map.entry("b1route", LearningRoute.B1),
            Map.entry("onderwijs", LearningRoute.EDUCATION),
            Map.entry("onderwijsroute", LearningRoute.EDUCATION),
            Map.entry("education", LearningRoute.EDUCATION),
            Map.entry("educationroute", LearningRoute.EDUCATION),
            Map.entry("z", LearningRoute.SELF_RELIANCE),
            Map.entry("zroute", LearningRoute.SELF_RELIANCE),
            Map.entry("zelfredzaamheid", LearningRoute.SELF_RELIANCE),
            Map.entry("zelfredzaamheidsroute", LearningRoute.SELF_RELIANCE),
            Map.entry("selfrelianceroute", LearningRoute.SELF_RELIANCE));
    private static final Pattern LEVEL_WORDS =
            Pattern.compile("\\b(NIVEAU|LEVEL|CEFR|ERK|NEDERLANDS|NL|NT2|TAALNIVEAU)\\b:?");
    private static final Pattern CEFR = Pattern.compile("([ABC][12])(.*)");
    private static final Pattern ALPHA = Pattern.compile("ALFA(?:BETISERING)?-?([ABC])?");
    private static final Pattern BELOW_A1 = Pattern.compile("A0\\+?|0|<A1|ONDERA1|GEEN|NUL|BEGINNER|NOLEVEL|NONE");
    private static final Pattern MORE_THAN = Pattern.compile("([+\\-/.,(].*|TOT.*|EN.*)?");

    /** A level, and whether the cell said something in between that the list does not have. */
    record ReadLevel(LanguageLevel level, boolean rounded) {}

    private CellWords() {}

    /** Whether the text says that nothing is known: empty, "onbekend", "n.v.t.", a dash. */
    static boolean isNothing(String cell) {
        return NOTHING.contains(PlainText.fold(cell));
    }

    static Optional<Gender> gender(String cell) {
        return Optional.ofNullable(GENDERS.get(PlainText.fold(cell)));
    }

    static Optional<Boolean> benefit(String cell) {
        String word = PlainText.fold(cell);
        if (YES.contains(word)) return Optional.of(true);
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    static Optional<LearningRoute> route(String cell) {
        return Optional.ofNullable(ROUTES.get(PlainText.fold(cell)));
    }

    /** Reads a level; where it lies between two, the lower, which nobody has to prove. A0 is not in the framework: before A1. */
    static Optional<ReadLevel> level(String cell) {
        String text = LEVEL_WORDS
                .matcher(cell.toUpperCase(Locale.ROOT))
                .replaceAll("")
                .replaceAll("\\s+", "");
        if (text.equals("PREA1") || text.equals("PRE-A1")) return exact(LanguageLevel.PRE_A1);
        if (BELOW_A1.matcher(text).matches()) return Optional.of(new ReadLevel(LanguageLevel.PRE_A1, true));
        Matcher alpha = ALPHA.matcher(text);
        if (alpha.matches()) {
            return alpha.group(1) == null
                    ? Optional.of(new ReadLevel(LanguageLevel.ALFA_A, true))
                    : exact(LanguageLevel.valueOf("ALFA_" + alpha.group(1)));
        }
        Matcher cefr = CEFR.matcher(text);
        if (!cefr.matches() || !MORE_THAN.matcher(cefr.group(2)).matches()) return Optional.empty();
        return Optional.of(new ReadLevel(
                LanguageLevel.valueOf(cefr.group(1)), !cefr.group(2).isEmpty()));
    }

    private static Optional<ReadLevel> exact(LanguageLevel level) {
        return Optional.of(new ReadLevel(level, false));
    }
}
