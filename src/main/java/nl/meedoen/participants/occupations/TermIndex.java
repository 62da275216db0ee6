package nl.meedoen.participants.occupations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of many short texts look like one that was typed, measured by shared groups of three letters (trigrams). */
final class TermIndex {

    /** Takes a text by its number, with how alike it is: 0 to 1, and more for one that begins with what was typed. */
    interface Taker {
        void take(int term, double likeness);
    }

    private final Map<String, Postings> byTrigram = new HashMap<>();
    private final List<String> terms = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    /** Texts that hold a trigram, in a growing array: boxed numbers would take four times the room. */
    private static final class Postings {
        private int[] terms = new int[4];
        private int count;

        void add(int term) {
            if (count == terms.length) {
                terms = Arrays.copyOf(terms, count * 2);
            }
            terms[count++] = term;
        }
    }

    /** Adds a folded text; the first has number 0. */
    void add(String folded) {
        Set<String> trigrams = trigrams(folded);
        int term = terms.size();
        terms.add(folded);
        sizes.add(trigrams.size());
        trigrams.forEach(trigram ->
                byTrigram.computeIfAbsent(trigram, t -> new Postings()).add(term));
    }

    /** All texts that are at least this much like the folded one. */
    void likeness(String folded, double least, Taker taker) {
        Set<String> asked = trigrams(folded);
        int[] shared = new int[terms.size()];
        for (String trigram : asked) {
            Postings postings = byTrigram.get(trigram);
            if (postings != null) {
                for (int i = 0; i < postings.count; i++) {
                    shared[postings.terms[i]]++;
                }
            }
        }
        for (int term = 0; term < shared.length; term++) {
            if (shared[term] > 0) {
                double likeness = likeness(folded, asked.size(), term, shared[term]);
                if (likeness >= least) {
                    taker.take(term, likeness);
                }
            }
        }
    }

    /**
     * Mostly how much of what was typed is found, for people type the beginning of a long name; a little how much of the
     * name that is, so that "kok" comes before "kok in een schoolkantine".
     */
    private double likeness(String folded, int asked, int term, int shared) {
        String text = terms.get(term);
        double found = (double) shared / asked;
        double both = (double) shared / (asked + sizes.get(term) - shared);
        double value = 0.55 * found + 0.45 * both;
        if (text.equals(folded)) {
            return value + 0.5;
        }
        if (text.startsWith(folded)) {
            return value + 0.3;
        }
        return text.contains(" " + folded) ? value + 0.15 : value;
    }

    /** As PostgreSQL's pg_trgm: each word with two spaces before it and one behind. */
    private static Set<String> trigrams(String folded) {
        Set<String> trigrams = new HashSet<>();
        for (String word : folded.split(" ", -1)) {
            String padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                trigrams.add(padded.substring(i, i + 3));
            }
        }
        return trigrams;
    }
}
