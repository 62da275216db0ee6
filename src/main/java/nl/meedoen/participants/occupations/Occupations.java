package nl.meedoen.participants.occupations;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds occupations by what people call them: by label and by 19,786 alternative labels, and where it was misspelled by
 * the groups of three letters that they share. Kept in memory: the list is small, the same for all and never changes.
 */
@Component
public class Occupations {

    /** Less likeness than this is noise. */
    private static final double FAR = 0.35;

    /**
     * An occupation that was found.
     *
     * @param by the alternative label under which it was found; null when it was its own name
     */
    public record Found(Occupation occupation, @Nullable String by) {}

    private record Hit(Found found, double likeness) {}

    private final Map<String, Occupation> byCode = new LinkedHashMap<>();
    private final TermIndex terms = new TermIndex();
    private final List<Found> meanings = new ArrayList<>();

    Occupations() {
        Map<String, String> groups = new HashMap<>();
        records("isco08_nl.csv").forEach(row -> groups.put(row.get("code"), row.get("label")));
        for (CSVRecord row : records("esco_occupations_nl.csv")) {
            String isco = row.get("isco");
            Occupation occupation =
                    new Occupation(row.get("code"), isco, row.get("label"), groups.getOrDefault(isco, ""));
            byCode.put(occupation.code(), occupation);
            add(occupation.label(), new Found(occupation, null));
            for (String other : row.get("alt_labels").split("\\|", -1)) {
                if (!other.isBlank()) {
                    add(other, new Found(occupation, other));
                }
            }
        }
    }

    private void add(String term, Found meaning) {
        terms.add(fold(term));
        meanings.add(meaning);
    }

    /** The occupation with this code; empty when there is none. */
    public Optional<Occupation> find(@Nullable String code) {
        return Optional.ofNullable(code == null ? null : byCode.get(code));
    }

    /** The occupations that are called like this, most alike first; each once. */
    public List<Found> search(String typed, int most) {
        String folded = fold(typed);
        if (folded.length() < 2) {
            return List.of();
        }
        Map<String, Hit> best = new HashMap<>();
        terms.likeness(folded, FAR, (term, likeness) -> {
            Found found = meanings.get(term);
            // among equals the occupation's own name goes before another name for it
            double value = found.by() == null ? likeness + 0.02 : likeness;
            best.merge(found.occupation().code(), new Hit(found, value), (a, b) -> a.likeness >= b.likeness ? a : b);
        });
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Hit::likeness)
                        .reversed()
                        .thenComparing(hit -> hit.found.occupation().label().length())
                        .thenComparing(hit -> hit.found.occupation().code()))
                .limit(most)
                .map(Hit::found)
                .toList();
    }

    /** Small letters without marks, single spaces between words. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static List<CSVRecord> records(String name) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var resource = Objects.requireNonNull(Occupations.class.getResourceAsStream("/reference/" + name), name);
        try (CSVParser parser = CSVParser.parse(new InputStreamReader(resource, StandardCharsets.UTF_8), format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
