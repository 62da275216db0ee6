package nl.meedoen.people;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The country's municipalities, read once: they change when municipalities merge. */
@Component
class Municipalities {

    /** What people say, and the name that is registered. */
    private static final Map<String, String> SAID = Map.of("denhaag", "GM0518", "denbosch", "GM0796");

    private final JdbcClient jdbc;
    private volatile @Nullable Map<String, Municipality> byCode;

    Municipalities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Municipality> all() {
        return List.copyOf(read().values());
    }

    /** One that is not known may have been made elsewhere since they were read. */
    Optional<Municipality> find(String code) {
        Municipality known = read().get(code);
        if (known == null) {
            byCode = null;
            known = read().get(code);
        }
        return Optional.ofNullable(known);
    }

    /** Reads them again when next asked. */
    void readAgain() {
        byCode = null;
    }

    /** By name, whatever the capitals, accents and hyphens; a province's letters may be left out where one is left. */
    Optional<Municipality> named(String name) {
        String said = fold(name);
        if (SAID.containsKey(said)) {
            return find(String.valueOf(SAID.get(said)));
        }
        List<Municipality> exact =
                all().stream().filter(m -> fold(m.name()).equals(said)).toList();
        if (exact.size() == 1) {
            return Optional.of(exact.get(0));
        }
        List<Municipality> plain =
                all().stream().filter(m -> fold(plain(m.name())).equals(said)).toList();
        return plain.size() == 1 ? Optional.of(plain.get(0)) : Optional.empty();
    }

    /** Names that resemble what was typed, at most five. */
    List<Municipality> resembling(String name) {
        String said = fold(name);
        if (said.length() < 2) {
            return List.of();
        }
        String start = said.substring(0, Math.min(3, said.length()));
        return all().stream()
                .filter(m -> fold(m.name()).contains(said) || fold(m.name()).startsWith(start))
                .sorted(java.util.Comparator.comparingInt(m -> difference(said, fold(plain(m.name())))))
                .limit(5)
                .toList();
    }

    private static String plain(String name) {
        return name.replaceAll("\\(.*\\)", "");
    }

    private static String fold(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z]", "");
    }

    /** How many letters were left out, added or mistaken. */
    private static int difference(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private Map<String, Municipality> read() {
        Map<String, Municipality> known = byCode;
        if (known == null) {
            Map<String, Municipality> found = new LinkedHashMap<>();
            jdbc.sql("select code, name, province from municipality order by name collate dutch")
                    .query((row, n) -> new Municipality(row.getString(1), row.getString(2), row.getString(3)))
                    .list()
                    .forEach(municipality -> found.put(municipality.code(), municipality));
            known = found;
            byCode = found;
        }
        return known;
    }
}
