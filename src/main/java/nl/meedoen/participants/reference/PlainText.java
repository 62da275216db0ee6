package nl.meedoen.participants.reference;

import java.text.Normalizer;
import java.util.Locale;

/** Texts compared without regard to capitals, accents, spaces and signs. */
public final class PlainText {

    private PlainText() {}

    /** Only the letters and digits, small and without marks: "E-mail adres" gives "emailadres". */
    public static String fold(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return apart.toLowerCase(Locale.ROOT).replace('ı', 'i').replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    /** How alike two folded texts are, from 0 to 1: one less the share of letters that must change (Levenshtein). */
    static double likeness(String a, String b) {
        int longest = Math.max(a.length(), b.length());
        return longest == 0 ? 0 : 1 - (double) changes(a, b) / longest;
    }

    private static int changes(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) above[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(swap, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
