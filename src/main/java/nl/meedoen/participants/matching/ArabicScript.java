package nl.meedoen.participants.matching;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a word in Arabic script (Arabic, Dari, Farsi, Pashto, Kurdish Sorani) in Latin letters. Short vowels are not there to
 * be written; '@' is a vowel that the script leaves open, 'â' a long a, 'ð' a letter that is d to Arabs and z to Persians and Turks.
 */
final class ArabicScript {

    private static final Map<Character, String> LETTERS = Arrays.stream(
                    ("ا=â أ=â إ=â ٱ=â آ=â ب=b پ=p ت=t ٹ=t ټ=t ث=th ج=j چ=ch ح=h خ=kh د=d ڈ=d ډ=d ذ=ð ر=r "
                                    + "ړ=r ڕ=r ز=z ژ=zh ځ=z څ=s س=s ش=sh ښ=sh ص=s ض=ð ط=t ظ=ð ع= غ=gh ف=f ڤ=v ق=q ك=k ک=k "
                                    + "گ=g ګ=g ل=l ڵ=l م=m ن=n ں=n ڼ=n ه=h ہ=h ھ=h ۀ=a ة=a و=w ؤ=w ۆ=o ۇ=u ي=y ی=y ې=y ۍ=y "
                                    + "ى=@ ئ=y ێ=e ە=e ء=")
                            .split(" ", -1))
            .collect(Collectors.toUnmodifiableMap(entry -> entry.charAt(0), entry -> entry.substring(2)));
    /** Letters that begin a word only to carry its vowel. */
    private static final String VOWEL_CARRIERS = "اأإعئ";
    /** Two Latin letters that would be read as one sound are kept apart. */
    private static final String BEFORE_H = "skgdtzcp";
    /** Names that begin with the letters of the article without having one. */
    private static final Set<String> NO_ARTICLE = Set.of("الیاس", "الياس", "الهام", "الهه", "الناز", "الین");

    private ArabicScript() {}

    static boolean isUsedIn(String word) {
        return word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    }

    static String toLatin(String word) {
        if (word.equals("بن") || word.equals("ابن")) return "bin";
        if (word.equals("بنت")) return "bint";
        if (word.equals("الله") || word.equals("اله")) return "allah";
        if (word.startsWith("عبدال") && word.length() > 6) return "abd" + rest(word.substring(5));
        if (word.startsWith("عبد")) return "abd" + letters(word.substring(3));
        if (word.startsWith("ال") && word.length() >= 5 && !NO_ARTICLE.contains(word)) return rest(word.substring(2));
        return word.endsWith("الله") ? rest(word.substring(0, word.length() - 4)) + "lah" : rest(word);
    }

    /** What follows an article: of God (lah), or a word of its own. */
    private static String rest(String word) {
        if (word.equals("له")) return "lah";
        boolean carried = VOWEL_CARRIERS.indexOf(word.charAt(0)) >= 0;
        if (!carried) return letters(word);
        String following = letters(word.substring(1));
        return following.startsWith("â") ? following : "@" + following;
    }

    private static String letters(String word) {
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            String next = LETTERS.getOrDefault(word.charAt(i), "");
            // After a long a the last letter of حياة (Hayat) is heard.
            if (word.charAt(i) == 'ة' && i > 0 && word.charAt(i - 1) == 'ا') next = "t";
            if (!next.isEmpty() && !latin.isEmpty() && wouldJoin(latin.charAt(latin.length() - 1), next)) {
                latin.append('\'');
            }
            // A doubled letter is never written twice: there is a vowel in between, as in ممدوح (Mamdouh).
            if (i > 0 && word.charAt(i) == word.charAt(i - 1) && "ويی".indexOf(word.charAt(i)) < 0) latin.append('@');
            latin.append(next);
        }
        return latin.toString();
    }

    private static boolean wouldJoin(char last, String next) {
        char first = next.charAt(0);
        return (first == 'h' && BEFORE_H.indexOf(last) >= 0)
                || (last == 't' && (first == 's' || first == 'z'))
                || (last == 'd' && first == 'j');
    }
}
