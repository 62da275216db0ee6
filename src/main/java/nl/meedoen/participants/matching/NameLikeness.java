package nl.meedoen.participants.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How alike two names are, whatever the order of their parts.
 *
 * @param value 0 to 1
 * @param reason what to tell; empty when no part agrees
 * @param otherPart whether both have a part that the other has not, as twins and other brothers and sisters do
 */
record NameLikeness(double value, Optional<MatchReason> reason, boolean otherPart) {

    private static final NameLikeness NONE = new NameLikeness(0, Optional.empty(), true);
    /** Below this likeness two words are different names. */
    private static final double DIFFERENT = 0.72;
    /** From this likeness on two words are spellings of one name. */
    private static final double SAME = 0.95;

    /** Of two words that are this little alike it is more likely that they are two names. */
    private static final double HARDLY = 0.5;

    private static final double INITIAL = 0.6;
    /** A written part without a partner costs little: the other may simply not have written it down. */
    private static final double OF_SHORTER = 0.7;

    /** The same words come back in name after name, and comparing their sounds is most of the work. */
    private static final int MOST_REMEMBERED = 200_000;

    private static final Map<Words, Double> REMEMBERED = new ConcurrentHashMap<>();

    private record Words(String a, String b, boolean skeletal) {}

    private record Pair(int a, int b, double value, boolean same) {}

    /** The best likeness of any way of writing one name to any of the other. */
    static NameLikeness best(List<FoldedName> as, List<FoldedName> bs) {
        NameLikeness best = NONE;
        for (FoldedName a : as) {
            for (FoldedName b : bs) {
                NameLikeness likeness = of(a, b);
                if (likeness.value > best.value) best = likeness;
            }
        }
        return best;
    }

    static NameLikeness of(FoldedName a, FoldedName b) {
        boolean skeletal = a.skeletal() || b.skeletal();
        List<String> left = new ArrayList<>(a.tokens());
        List<String> right = new ArrayList<>(b.tokens());
        joinLike(left, right, skeletal);
        joinLike(right, left, skeletal);
        List<Pair> pairs = pairs(left, right, skeletal);
        if (pairs.isEmpty()) return NONE;
        double sum = pairs.stream().mapToDouble(Pair::value).sum();
        int shorter = Math.min(left.size(), right.size());
        int longer = Math.max(left.size(), right.size());
        long agreeing = pairs.stream().filter(p -> p.value > HARDLY).count();
        double value = OF_SHORTER * sum / shorter + (1 - OF_SHORTER) * sum / longer;
        return new NameLikeness(value, Optional.of(reason(pairs, shorter, longer)), agreeing < shorter);
    }

    private static MatchReason reason(List<Pair> pairs, int shorter, int longer) {
        boolean whole = pairs.size() == longer && longer == shorter;
        if (whole && pairs.stream().allMatch(Pair::same)) return MatchReason.SAME_NAME;
        return whole && pairs.stream().allMatch(p -> p.value > HARDLY)
                ? MatchReason.SOUNDS_ALIKE
                : MatchReason.NAME_PARTLY;
    }

    /** Joins two neighbours of the first list where the second has them in one word: Ali Reza, Alireza. */
    private static void joinLike(List<String> apart, List<String> whole, boolean skeletal) {
        for (int i = 0; i + 1 < apart.size(); i++) {
            String joined = apart.get(i) + apart.get(i + 1);
            String first = apart.get(i);
            boolean better = whole.stream()
                    .anyMatch(
                            word -> likeness(joined, word, skeletal) >= SAME && likeness(first, word, skeletal) < SAME);
            if (better) {
                apart.set(i, joined);
                apart.remove(i + 1);
            }
        }
    }

    private static List<Pair> pairs(List<String> left, List<String> right, boolean skeletal) {
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                double value = value(likeness(left.get(i), right.get(j), skeletal));
                if (value > 0) all.add(new Pair(i, j, value, left.get(i).equals(right.get(j))));
            }
        }
        all.sort((x, y) -> Double.compare(y.value, x.value));
        List<Pair> chosen = new ArrayList<>();
        for (Pair pair : all) {
            if (chosen.stream().noneMatch(c -> c.a == pair.a || c.b == pair.b)) chosen.add(pair);
        }
        return chosen;
    }

    private static double likeness(String a, String b, boolean skeletal) {
        if (a.length() > 1 && a.equals(b)) return 1;
        Words words = new Words(a, b, skeletal);
        Double known = REMEMBERED.get(words);
        if (known != null) return known;
        double likeness = compared(a, b, skeletal);
        if (REMEMBERED.size() >= MOST_REMEMBERED) REMEMBERED.clear();
        REMEMBERED.put(words, likeness);
        return likeness;
    }

    private static double compared(String a, String b, boolean skeletal) {
        if (a.length() == 1 || b.length() == 1) return a.charAt(0) == b.charAt(0) ? INITIAL + 0.3 : 0;
        double likeness = SoundDistance.likeness(a, b, skeletal);
        String bareA = NameParticles.withoutArticle(a);
        String bareB = NameParticles.withoutArticle(b);
        if (bareA.equals(a) == bareB.equals(b)) return likeness;
        return Math.max(likeness, SoundDistance.likeness(bareA, bareB, skeletal));
    }

    private static double value(double likeness) {
        return Math.max(0, Math.min(1, (likeness - DIFFERENT) / (SAME - DIFFERENT)));
    }
}
