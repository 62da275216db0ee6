package nl.meedoen.participants.matching;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How alike two words sound: a weighted alignment in which the usual differences of spelling cost little. */
final class SoundDistance {

    private static final double OTHER = 1.0;
    /** What it costs to read one sound as the other; pairs that are not here are different sounds. */
    private static final Map<String, Double> NEAR =
            table("Sş=0.0 sş=0.05 Sç=0.0 cç=0.05 kç=0.2 jç=0.3 Ss=0.4 ck=0.0 cq=0.0 cj=0.2 cs=0.3 kq=0.0 "
                    + "gq=0.3 gk=0.5 kx=0.2 hx=0.2 Sx=0.4 gx=0.4 qx=0.4 Tt=0.0 Ts=0.2 dð=0.0 zð=0.0 dz=0.5 gj=0.3 "
                    + "jy=0.3 jz=0.4 sz=0.35 bp=0.35 dt=0.4 fw=0.4 fv=0.3 vw=0.0 bv=0.4 bw=0.5 mn=0.7 Sj=0.6 "
                    + "CS=0.0 Cç=0.0 Cş=0.05 Ck=0.2 Cq=0.3 Cx=0.1 Ch=0.2 Cj=0.5");

    private static final Map<String, Double> VOWELS = table(
            "ai=0.6 Aa=0.0 Ae=0.15 Ao=0.2 ou=0.05 Uu=0.0 Uo=0.05 ei=0.05 Ii=0.0 Ie=0.1 ae=0.15 ao=0.2 eu=0.2 eo=0.25 uw=0.05 Uw=0.0 "
                    + "ow=0.1 uv=0.2 iy=0.05 Iy=0.0 ey=0.1");
    private static final double OTHER_VOWEL = 0.5;

    private final String a;
    private final String b;
    private final boolean skeletal;

    private SoundDistance(String a, String b, boolean skeletal) {
        this.a = a;
        this.b = b;
        this.skeletal = skeletal;
    }

    /** From 0 (nothing alike) to 1 (the same sounds). */
    static double likeness(String tokenA, String tokenB, boolean skeletal) {
        if (tokenA.equals(tokenB)) return 1;
        return new SoundDistance(Sounds.of(tokenA), Sounds.of(tokenB), skeletal).likeness();
    }

    private double likeness() {
        double[][] cost = new double[a.length() + 1][b.length() + 1];
        for (int i = 1; i <= a.length(); i++) cost[i][0] = cost[i - 1][0] + missing(a, i - 1);
        for (int j = 1; j <= b.length(); j++) cost[0][j] = cost[0][j - 1] + missing(b, j - 1);
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                double both = cost[i - 1][j - 1] + swapped(a.charAt(i - 1), b.charAt(j - 1));
                double onlyA = cost[i - 1][j] + missing(a, i - 1);
                double onlyB = cost[i][j - 1] + missing(b, j - 1);
                cost[i][j] = Math.min(both, Math.min(onlyA, onlyB));
            }
        }
        double whole = Math.max(weight(a), weight(b));
        return whole == 0 ? 0 : Math.max(0, 1 - cost[a.length()][b.length()] / whole);
    }

    private double weight(String sounds) {
        double weight = 0;
        for (int i = 0; i < sounds.length(); i++) {
            char sound = sounds.charAt(i);
            if (Sounds.isVowel(sound)) weight += skeletal ? 0.2 : 0.4;
            else weight += Sounds.isGlide(sound) && sound != 'v' ? 0.6 : 1;
        }
        return weight;
    }

    private double missing(String sounds, int at) {
        char sound = sounds.charAt(at);
        boolean last = at == sounds.length() - 1;
        if (Sounds.isVowel(sound)) {
            boolean isLong = sound == 'U' || sound == 'I' || sound == 'A';
            if (skeletal) return isLong ? 0.6 : at == 0 ? 0.3 : 0.05;
            // A last vowel often tells a woman's name from a man's: Amin, Amina.
            if (last) return sound == 'a' ? 0.6 : 0.45;
            return at == 0 || isVowelNext(sounds, at) ? 0.5 : 0.3;
        }
        if (Sounds.isGlide(sound) && sound != 'v') {
            if (besideItsVowel(sounds, at)) return 0.15;
            // Where short vowels are not written, a glide is a long vowel and tells names apart: محمد, محمود.
            return skeletal ? 0.7 : 0.5;
        }
        return sound == 'h' ? 0.5 : OTHER;
    }

    /** The i of Rania is nearly a consonant, and tells her from Rana. */
    private static boolean isVowelNext(String sounds, int at) {
        return at + 1 < sounds.length() && Sounds.isVowel(sounds.charAt(at + 1));
    }

    private static boolean besideItsVowel(String sounds, int at) {
        String vowels = sounds.charAt(at) == 'w' ? "ouU" : "ieI";
        return (at > 0 && vowels.indexOf(sounds.charAt(at - 1)) >= 0)
                || (at + 1 < sounds.length() && vowels.indexOf(sounds.charAt(at + 1)) >= 0);
    }

    private static double swapped(char x, char y) {
        if (x == y) return 0;
        boolean vowels = Sounds.isVowel(x) && Sounds.isVowel(y);
        if (vowels && (x == '@' || y == '@')) return 0;
        if (vowels || Sounds.isGlide(x) || Sounds.isGlide(y)) {
            Double near = found(VOWELS, x, y);
            if (near != null) return near;
            if (vowels) return OTHER_VOWEL;
        }
        Double near = found(NEAR, x, y);
        return near != null ? near : 2 * OTHER;
    }

    private static @Nullable Double found(Map<String, Double> table, char x, char y) {
        Double one = table.get("" + x + y);
        return one != null ? one : table.get("" + y + x);
    }

    private static Map<String, Double> table(String costs) {
        return Arrays.stream(costs.split(" ", -1))
                .map(entry -> entry.split("=", -1))
                .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> Double.valueOf(entry[1])));
    }
}
