package nl.meedoen.participants.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A name in the letters a to z, without marks, particles and articles.
 *
 * @param tokens the parts, in the order in which they were written
 * @param skeletal whether it comes from a script that leaves vowels out, so that a missing vowel means nothing
 */
public record FoldedName(List<String> tokens, boolean skeletal) {

    /** Takes a copy. */
    public FoldedName {
        tokens = List.copyOf(tokens);
    }

    /** Whether nothing was left of the name. */
    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** All phonetic keys under which this name is to be found, those of two parts taken together included. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            keys.addAll(PhoneticKey.all(tokens.get(i)));
            // The mark keeps two letters from becoming one sound: "Said Hashem" has no dh.
            if (i > 0) keys.add(PhoneticKey.of(tokens.get(i - 1) + "'" + tokens.get(i)));
        }
        return keys;
    }
}
