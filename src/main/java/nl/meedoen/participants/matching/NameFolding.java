package nl.meedoen.participants.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings a name in Latin, Arabic or Ethiopic script to parts that can be compared. */
public final class NameFolding {

    private static final Pattern UNWRITTEN =
            Pattern.compile("[\\u064B-\\u065F\\u0670\\u0640\\u200B-\\u200F\\u2060\\u061C'’‘ʼʻʿʾ`´ʹ]");
    private static final Pattern ARTICLE_BEFORE_DASH = Pattern.compile(
            "(?<![\\p{L}])(al|el|ul|il|ol|as|es|us|ash|esh|ush|at|et|ut|ad|ed|ud|an|en|un|ar|er|ur|az|ez|uz)-(?=\\p{L})");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private NameFolding() {}

    /** The comparable parts of a name; empty when there is no letter in it. */
    public static FoldedName fold(String name) {
        // Persian ends a letter without a space between two words: نظام‌الدین is Nezam al-Din.
        String apart = Normalizer.normalize(name, Normalizer.Form.NFKC).replace('\u200C', ' ');
        String plain = UNWRITTEN.matcher(apart).replaceAll("");
        plain = plain.replace('İ', 'i').toLowerCase(Locale.ROOT).replaceAll("\\p{Pd}", "-");
        plain = ARTICLE_BEFORE_DASH.matcher(plain).replaceAll("");
        List<String> words = new ArrayList<>(Arrays.asList(NOT_A_LETTER.split(plain)));
        words.removeIf(String::isBlank);
        boolean skeletal = words.stream().anyMatch(w -> ArabicScript.isUsedIn(w) || EthiopicScript.isUsedIn(w));
        words.replaceAll(NameFolding::latin);
        words.removeIf(String::isEmpty);
        return new FoldedName(NameParticles.settle(words), skeletal);
    }

    private static String latin(String word) {
        if (ArabicScript.isUsedIn(word)) return ArabicScript.toLatin(word);
        if (EthiopicScript.isUsedIn(word)) return EthiopicScript.toLatin(word);
        StringBuilder latin = new StringBuilder();
        for (char c : word.toCharArray()) {
            switch (c) {
                // ş and ç stay: some write sh and ch for them, others s and c, and both must be found.
                case 'ş', 'ș', 'š' -> latin.append('ş');
                case 'ç', 'č', 'ć' -> latin.append('ç');
                case 'ž' -> latin.append('j');
                case 'ı' -> latin.append('i');
                case 'ß' -> latin.append("ss");
                case 'æ', 'ə' -> latin.append('e');
                case 'ø', 'œ' -> latin.append('o');
                case 'ł' -> latin.append('l');
                case 'đ' -> latin.append("dj");
                case 'ð' -> latin.append('d');
                case 'þ' -> latin.append("th");
                default ->
                    latin.append(MARKS.matcher(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD))
                            .replaceAll(""));
            }
        }
        return latin.toString();
    }
}
