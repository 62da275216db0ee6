package nl.meedoen.participants.matching;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a folded word one sign a sound: S for sh, C for ch (which may be k too: Michael), x for kh, T for th, j for dj and
 * zh, A, I and U for long a, ee and oo; ş and ç for letters that may be two sounds; the rest as they are. Doubled letters count once.
 */
final class Sounds {

    /** Letters that make one sound together, the longest first. */
    private static final List<String[]> TOGETHER = Arrays.stream(
                    ("tsch=S sch=S tch=S tsh=S dsch=j dzh=j sh=S ch=C kh=x gh=g "
                                    + "th=T dh=d zh=j ph=f dj=j ck=k ts=s tz=s ou=U oo=U uu=U oe=u ee=I ii=I ie=I â=A")
                            .split(" ", -1))
            .map(pair -> pair.split("=", -1))
            .toList();

    private Sounds() {}

    static String of(String word) {
        StringBuilder sounds = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            String[] pair = togetherAt(word, at);
            String sound = pair == null ? single(word.charAt(at)) : pair[1];
            boolean doubled =
                    sound.length() == 1 && !sounds.isEmpty() && sounds.charAt(sounds.length() - 1) == sound.charAt(0);
            if (!doubled) sounds.append(sound);
            at += pair == null ? 1 : pair[0].length();
        }
        if (sounds.length() > 2 && sounds.charAt(sounds.length() - 1) == 'h') sounds.setLength(sounds.length() - 1);
        if (sounds.length() > 1 && sounds.charAt(0) == 'U' && isVowel(sounds.charAt(1))) sounds.setCharAt(0, 'w');
        return sounds.toString();
    }

    static boolean isVowel(char sound) {
        return "aeiouAIU@".indexOf(sound) >= 0;
    }

    static boolean isGlide(char sound) {
        return sound == 'w' || sound == 'v' || sound == 'y';
    }

    private static String @Nullable [] togetherAt(String word, int at) {
        for (String[] pair : TOGETHER) {
            if (word.startsWith(pair[0], at)) return pair;
        }
        return null;
    }

    private static String single(char letter) {
        return letter == '\'' ? "" : String.valueOf(letter);
    }
}
