package nl.meedoen.participants.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many people at once, to find who may be the same without asking the database again for each.
 *
 * @param <T> what names a person here
 */
public final class MatchPool<T> {

    /** Somebody who may be the same person. */
    public record Match<T>(T who, MatchScore score) {}

    private record Entry<T>(T who, MatchSubject subject) {}

    private final Map<String, List<Entry<T>>> byKey = new HashMap<>();

    /** Takes somebody in. */
    public void add(T who, MatchSubject subject) {
        Entry<T> entry = new Entry<>(who, subject);
        subject.keys()
                .forEach(key ->
                        byKey.computeIfAbsent("n" + key, k -> new ArrayList<>()).add(entry));
        contacts(subject)
                .forEach(key ->
                        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(entry));
    }

    /** Those who may be the same person, best first. */
    public List<Match<T>> of(MatchSubject subject) {
        Set<Entry<T>> candidates = Collections.newSetFromMap(new IdentityHashMap<>());
        contacts(subject).forEach(key -> candidates.addAll(byKey.getOrDefault(key, List.of())));
        for (String key : subject.keys()) {
            for (Entry<T> entry : byKey.getOrDefault("n" + key, List.of())) {
                if (nearYears(entry.subject(), subject)) candidates.add(entry);
            }
        }
        List<Match<T>> matches = new ArrayList<>();
        for (Entry<T> candidate : candidates) {
            MatchScore score = MatchScore.of(subject, candidate.subject());
            if (score.isPossible()) matches.add(new Match<>(candidate.who(), score));
        }
        matches.sort(
                Comparator.comparingDouble((Match<T> match) -> match.score().value())
                        .reversed());
        return matches;
    }

    /** A name alone is not enough when the birth years are further apart; that leaves few to compare in full. */
    private static boolean nearYears(MatchSubject a, MatchSubject b) {
        Integer one = a.birth().year();
        Integer other = b.birth().year();
        return one == null || other == null || Math.abs(one - other) <= 1;
    }

    private static List<String> contacts(MatchSubject subject) {
        List<String> keys = new ArrayList<>();
        if (subject.phone() != null) keys.add("p" + subject.phone().e164());
        if (subject.email() != null) keys.add("e" + subject.email());
        if (subject.clientNumber() != null) keys.add("c" + subject.clientNumber());
        return keys;
    }
}
