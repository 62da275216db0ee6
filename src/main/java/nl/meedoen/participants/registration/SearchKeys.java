package nl.meedoen.participants.registration;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.participants.matching.FoldedName;
import nl.meedoen.participants.matching.MatchSubject;

/**
 * What a search compares of one registration.
 *
 * @param tokens the folded parts of all names, each between spaces
 * @param phonetic the phonetic keys as PostgreSQL reads an array
 */
public record SearchKeys(String tokens, String phonetic) {

    /** The same as what is kept when somebody is enrolled on the screen. */
    public static SearchKeys of(Registration registration) {
        return of(registration.subject());
    }

    static SearchKeys of(MatchSubject subject) {
        return new SearchKeys(tokens(subject), phonetic(subject.keys()));
    }

    private static String tokens(MatchSubject subject) {
        Set<String> tokens = new LinkedHashSet<>();
        for (FoldedName name : subject.names()) {
            tokens.addAll(name.tokens());
        }
        return tokens.stream().collect(Collectors.joining(" ", " ", " "));
    }

    /** They hold nothing but letters and digits. */
    private static String phonetic(Set<String> keys) {
        return keys.stream()
                .map(key -> '"' + key.replaceAll("[\"\\\\]", "") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
