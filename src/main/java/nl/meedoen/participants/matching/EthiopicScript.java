package nl.meedoen.participants.matching;

/**
 * Writes Ethiopic script (Tigrinya, Amharic) in Latin letters. The script is a table: a row of eight signs for each consonant,
 * one for each vowel, from U+1200 on.
 */
final class EthiopicScript {

    private static final int FIRST = 0x1200;
    private static final int LAST = 0x1357;
    private static final int ROW = 8;
    /** One for each row; an empty one is a sign that only carries its vowel. */
    private static final String[] CONSONANTS = ("h l h m s r s sh " // U+1200
                    + "q q q q b v t ch " // U+1240
                    + "h h n ny - k k k k w - z zh y d d " // U+1280; two rows have no consonant of their own
                    + "j g g g t ch p ts ts f p")
            .split(" ", -1);
    /** The sixth is written without a vowel, though often spoken with a short one. */
    private static final String[] VOWELS = {"e", "u", "i", "a", "e", "", "o", "wa"};

    private EthiopicScript() {}

    static boolean isUsedIn(String word) {
        return word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ETHIOPIC);
    }

    static String toLatin(String word) {
        StringBuilder latin = new StringBuilder();
        for (char sign : word.toCharArray()) {
            if (sign < FIRST || sign > LAST) continue;
            String consonant = CONSONANTS[(sign - FIRST) / ROW];
            int order = (sign - FIRST) % ROW;
            if (!consonant.equals("-")) latin.append(consonant).append(VOWELS[order]);
            else if (order == 0) latin.append('a');
            else latin.append(order == 5 ? "e" : VOWELS[order]);
        }
        return latin.toString();
    }
}
