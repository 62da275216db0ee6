package nl.meedoen.participants.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Drops what some write and others leave out (al-, bin, van der) and joins what some write in one word and others in two. */
final class NameParticles {

    private static final Set<String> DROPPED = Set.of(
            "al", "el", "ul", "il", "bin", "ibn", "ben", "bn", "bint", "binti", "bent", "van", "von", "de", "der",
            "den", "het", "ter", "ten", "te", "t", "du", "la", "le");
    private static final Set<String> FATHER_OF = Set.of("abu", "abo", "abou", "aboe", "abw", "@bw");
    private static final Set<String> SERVANT = Set.of(
            "abd", "abdul", "abdel", "abdal", "abdol", "abdoul", "abdoel", "abdil", "abdur", "abder", "abdus", "abdes",
            "abdu");
    private static final Pattern SERVANT_IN_ONE =
            Pattern.compile("abd(?:o?u|oe|a|e|o|i)(?:l|(?:r(?=r)|s(?=s)|n(?=n)|z(?=z)|t(?=t)))(\\p{L}{2,})");
    private static final Pattern ARTICLE_IN_ONE =
            Pattern.compile("[aeu]l(?=[^aeiouy])(\\p{L}{3,})|[aeu]r(r\\p{L}{3,})|[aeu]s(s\\p{L}{3,})");
    private static final Pattern OF_GOD = Pattern.compile("[aeou]?l{1,2}ah");
    private static final Pattern OF_RELIGION = Pattern.compile("(?:[aeu]l)?[aeu]?d{1,2}(?:[iy]|ee|ie)n{1,2}e?");
    private static final Pattern ENDS_IN_RELIGION =
            Pattern.compile("(\\p{L}{2,}?)(?:[aeiou]|ou)(?:dd|tt|ld)(?:[iy]|ee|ie)n{1,2}e?");

    private NameParticles() {}

    static List<String> settle(List<String> words) {
        List<String> settled = new ArrayList<>();
        for (String word : joined(words)) {
            if (!DROPPED.contains(word)) settled.add(inOne(word));
        }
        // "Ben" and "Te" are names too, when they are all there is.
        return settled.isEmpty() ? words : settled;
    }

    /** The word without an article that was written in one with it (Alsayed), or the word itself. */
    static String withoutArticle(String word) {
        Matcher article = ARTICLE_IN_ONE.matcher(word);
        if (!article.matches()) return word;
        for (int i = 1; i <= 3; i++) {
            if (article.group(i) != null) return article.group(i);
        }
        return word;
    }

    private static List<String> joined(List<String> words) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int next = i + 1;
            while (next < words.size() - 1 && isArticle(words.get(next))) next++;
            if (SERVANT.contains(word) && next < words.size()) {
                joined.add("abd" + withoutArticle(words.get(next)).replaceFirst("^al?lah$", "lah"));
                i = next;
            } else if (FATHER_OF.contains(word) && i + 1 < words.size()) {
                joined.add("abu" + words.get(next));
                i = next;
            } else if (OF_GOD.matcher(word).matches() && !joined.isEmpty()) {
                joined.add(joined.remove(joined.size() - 1) + "lah");
            } else if (OF_RELIGION.matcher(word).matches() && hasNameBefore(joined)) {
                String name = lastName(joined);
                joined.add(name + "din");
            } else {
                joined.add(word);
            }
        }
        return joined;
    }

    private static boolean isArticle(String word) {
        return word.equals("al") || word.equals("el") || word.equals("ul");
    }

    private static boolean hasNameBefore(List<String> joined) {
        return joined.stream().anyMatch(word -> !isArticle(word));
    }

    private static String lastName(List<String> joined) {
        String last = joined.remove(joined.size() - 1);
        return isArticle(last) ? lastName(joined) : last;
    }

    private static String inOne(String word) {
        Matcher servant = SERVANT_IN_ONE.matcher(word);
        if (servant.matches()) return "abd" + servant.group(1);
        Matcher religion = ENDS_IN_RELIGION.matcher(word);
        return religion.matches() ? religion.group(1) + "din" : word;
    }
}
