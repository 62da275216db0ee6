package nl.meedoen.access.passwords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Passwords that are tried first (ASVS 6.2.4). Of twelve signs and more these are few words over and over: a common one
 * with figures and signs about it, two common ones in a row, one repeated, or a walk over the keyboard.
 */
@Component
public class CommonPasswords {

    private static final String[] WALKS = {
        "01234567890123456789",
        "98765432109876543210",
        "abcdefghijklmnopqrstuvwxyz",
        "zyxwvutsrqponmlkjihgfedcba",
        "qwertyuiopasdfghjklzxcvbnm",
        "azertyuiopqsdfghjklmwxcvbn",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
        "q1w2e3r4t5y6u7i8o9p0",
        "1q2w3e4r5t6y7u8i9o0p"
    };

    private static final int FEWEST_KINDS = 4;
    private static final int SHORTEST_WALK = 4;

    private final Set<String> words;

    CommonPasswords() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("access/common-passwords.txt").getInputStream(), StandardCharsets.UTF_8))) {
            words = lines.lines().filter(line -> !line.isBlank()).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Whether this is one of them, or holds little more than the name in this email address. */
    public boolean has(String password, String email) {
        String folded = password.toLowerCase(Locale.ROOT);
        String name = email.split("@", 2)[0].toLowerCase(Locale.ROOT);
        return words.contains(folded)
                || folded.chars().distinct().count() < FEWEST_KINDS
                || name.length() >= FEWEST_KINDS && folded.contains(name)
                || isMadeOfCommonOnes(lettersOf(folded))
                || isMadeOfCommonOnes(lettersOf(asWritten(folded)))
                || isMadeOfCommonOnes(lettersOf(asWritten(withoutEnds(folded))))
                || isMadeOfCommonOnes(withoutSigns(folded));
    }

    /** Takes the longest common word or walk from the front, again and again, until nothing is left or nothing fits. */
    private boolean isMadeOfCommonOnes(String text) {
        if (text.isEmpty()) {
            return false;
        }
        boolean[] reached = new boolean[text.length() + 1];
        reached[0] = true;
        for (int from = 0; from < text.length(); from++) {
            for (int to = from + SHORTEST_WALK; reached[from] && to <= text.length(); to++) {
                String part = text.substring(from, to);
                reached[to] |= words.contains(part) || isWalk(part);
            }
        }
        return reached[text.length()];
    }

    private static boolean isWalk(String part) {
        for (String walk : WALKS) {
            if (walk.contains(part)) {
                return true;
            }
        }
        return part.chars().distinct().count() == 1;
    }

    private static String lettersOf(String text) {
        return text.replaceAll("[^\\p{L}]", "");
    }

    /** A year or a row of signs is put after a word, or before it. */
    private static String withoutEnds(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static String withoutSigns(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Figures and signs that stand for a letter. */
    private static String asWritten(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (char sign : text.toCharArray()) {
            int found = "0134578@$!".indexOf(sign);
            letters.append(found < 0 ? sign : "oieastbasi".charAt(found));
        }
        return letters.toString();
    }
}
