package nl.meedoen.participants.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Under which keys somebody is filed, so that only those who share one are compared: two parts of the name by sound, one
 * part with the birth year, the birth date, phone, e-mail, number at the social service. Never everybody with everybody.
 */
public final class BlockKeys {

    /** More parts than this add nothing, and pairs of them grow with the square. */
    private static final int MOST_PARTS = 5;

    private BlockKeys() {}

    /** The keys under which somebody is kept. */
    public static Set<String> of(MatchSubject subject) {
        Set<String> keys = contacts(subject);
        Integer year = subject.birth().year();
        if (year != null) byYear(subject, year, keys);
        for (String pair : pairs(subject)) {
            keys.add("n" + pair);
            if (year == null) keys.add("u" + pair);
        }
        return keys;
    }

    /** The keys to look under; a year may be one off, and without a year the name has to do. */
    public static Set<String> asked(MatchSubject subject) {
        Set<String> keys = contacts(subject);
        Integer year = subject.birth().year();
        if (year != null) {
            for (int near = year - 1; near <= year + 1; near++) byYear(subject, near, keys);
        }
        String kind = year == null ? "n" : "u";
        for (String pair : pairs(subject)) keys.add(kind + pair);
        return keys;
    }

    private static Set<String> contacts(MatchSubject subject) {
        Set<String> keys = new LinkedHashSet<>();
        if (subject.phone() != null) keys.add("p" + subject.phone().e164());
        if (subject.email() != null) keys.add("e" + subject.email());
        if (subject.clientNumber() != null) keys.add("c" + subject.clientNumber());
        subject.birth()
                .exact()
                .filter(day -> day.getDayOfYear() != 1)
                .map(LocalDate::toString)
                .ifPresent(day -> keys.add("d" + day));
        return keys;
    }

    private static void byYear(MatchSubject subject, int year, Set<String> keys) {
        for (FoldedName name : subject.names()) {
            for (Set<String> part : parts(name)) {
                part.forEach(key -> keys.add("y" + key + "|" + year));
            }
            int last = Math.min(name.tokens().size(), MOST_PARTS) - 1;
            for (int i = 0; i < last; i++) keys.add("y" + joined(name, i) + "|" + year);
        }
    }

    /** Two parts in the order of the alphabet, so that it does not matter which one was written first; or the only one. */
    private static Set<String> pairs(MatchSubject subject) {
        Set<String> pairs = new LinkedHashSet<>();
        for (FoldedName name : subject.names()) {
            List<Set<String>> parts = parts(name);
            if (parts.size() == 1) pairs.addAll(parts.get(0));
            for (int i = 0; i < parts.size(); i++) {
                for (int j = i + 1; j < parts.size(); j++) addPairs(parts.get(i), parts.get(j), pairs);
            }
            // Mohammad Reza Rahimi is also Mohammadreza Rahimi.
            for (int i = 0; i + 1 < parts.size(); i++) {
                Set<String> joined = Set.of(joined(name, i));
                if (parts.size() == 2) pairs.addAll(joined);
                for (int j = 0; j < parts.size(); j++) {
                    if (j != i && j != i + 1) addPairs(joined, parts.get(j), pairs);
                }
            }
        }
        return pairs;
    }

    private static void addPairs(Set<String> as, Set<String> bs, Set<String> pairs) {
        for (String a : as) {
            for (String b : bs) pairs.add(a.compareTo(b) < 0 ? a + "+" + b : b + "+" + a);
        }
    }

    private static String joined(FoldedName name, int at) {
        return PhoneticKey.of(name.tokens().get(at) + "'" + name.tokens().get(at + 1));
    }

    private static List<Set<String>> parts(FoldedName name) {
        List<Set<String>> parts = new ArrayList<>();
        name.tokens().stream().limit(MOST_PARTS).forEach(token -> parts.add(PhoneticKey.all(token)));
        return parts;
    }
}
