package nl.meedoen.participants.matching;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The consonants of a word, with those that spellings mix up made one: Mohammed, Muhammad and محمد all give "mhmd". A beginning
 * vowel is "A". Meant for finding candidates; {@link MatchScore} then looks closer.
 */
public final class PhoneticKey {

    private static final int MOST = 6;

    private PhoneticKey() {}

    /** The key of one folded part of a name. */
    public static String of(String token) {
        return variants(Sounds.of(token)).iterator().next();
    }

    /** All keys of a part: some letters stand for two sounds (ض is d or z; Turkish ends in t what Arabic ends in d), and an article may have been written on to it. */
    public static Set<String> all(String token) {
        Set<String> keys = new LinkedHashSet<>(variants(Sounds.of(token)));
        String bare = NameParticles.withoutArticle(token);
        if (!bare.equals(token)) keys.addAll(variants(Sounds.of(bare)));
        return keys;
    }

    private static Set<String> variants(String sounds) {
        Set<String> keys = new LinkedHashSet<>();
        keys.add("");
        for (int i = 0; i < sounds.length(); i++) {
            String options = options(sounds, i);
            Set<String> longer = new LinkedHashSet<>();
            for (int option = 0; option < options.length(); option++) {
                for (String key : keys) {
                    if (longer.size() < MOST) longer.add(key + options.charAt(option));
                }
            }
            if (!options.isEmpty()) keys = longer;
        }
        return keys;
    }

    private static String options(String sounds, int at) {
        char sound = sounds.charAt(at);
        boolean first = at == 0;
        if (Sounds.isVowel(sound)) return first ? "A" : "";
        if (Sounds.isGlide(sound)) return !first ? "" : sound == 'y' ? "y" : "w";
        return switch (sound) {
            case 'C' -> "Skh";
            case 'p' -> "pb";
            case 't' -> at == sounds.length() - 1 ? "td" : "t";
            case 'ş' -> "Ss";
            case 'ç' -> "Sk";
            case 'x' -> "kh";
            case 'q' -> "kg";
            case 'T' -> "ts";
            case 'ð' -> "dz";
            case 'c' -> at + 1 < sounds.length() && Sounds.isVowel(sounds.charAt(at + 1)) ? "kj" : "k";
            case 'j' -> first ? "jy" : "j";
            default -> String.valueOf(sound);
        };
    }
}
