package nl.meedoen.participants.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.meedoen.participants.reference.MunicipalityAnswer.Found;
import nl.meedoen.participants.reference.MunicipalityAnswer.Several;
import nl.meedoen.participants.reference.MunicipalityAnswer.Unknown;

/** Finds the municipality that people mean, former municipalities included. */
public final class MunicipalityLookup {

    private static final double LOOKS_LIKE = 0.6;
    private static final int MOST_SUGGESTIONS = 3;
    private static final Pattern OFFICE =
            Pattern.compile("^(gemeente|gem\\.?|municipality of)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROVINCE_MARK = Pattern.compile("\\s*\\([^)]*\\)\\s*$");
    /** Names in daily use that are no official ones. */
    private static final Map<String, String> ALSO = Map.of(
            "Den Haag",
            "GM0518",
            "The Hague",
            "GM0518",
            "Den Bosch",
            "GM0796",
            "Nuenen",
            "GM0820",
            "Bergen NH",
            "GM0373",
            "Bergen Limburg",
            "GM0893",
            "Friese Meren",
            "GM1940",
            "Hengelo Overijssel",
            "GM0164");

    private final Map<String, Municipality> byCode = new LinkedHashMap<>();
    private final Map<String, Set<Municipality>> current = new LinkedHashMap<>();
    private final Map<String, Set<Municipality>> former = new LinkedHashMap<>();

    private MunicipalityLookup() {}

    /** Reads both lists that come with the program. */
    public static MunicipalityLookup load() {
        MunicipalityLookup lookup = new MunicipalityLookup();
        for (var row : ReferenceFile.records("gemeenten.csv", ',')) {
            lookup.add(new Municipality(row.get("code"), row.get("name"), row.get("province")));
        }
        ALSO.forEach((name, code) -> lookup.byCode(code).ifPresent(m -> put(lookup.current, name, m)));
        for (var row : ReferenceFile.records("gemeenten-vervallen.csv", ',')) {
            for (String code : row.get("current_codes").split("\\|", -1)) {
                lookup.byCode(code).ifPresent(m -> put(lookup.former, row.get("former"), m));
            }
        }
        return lookup;
    }

    /** All municipalities of today, in the order of their codes. */
    public List<Municipality> all() {
        return List.copyOf(byCode.values());
    }

    /** The municipality with this CBS code. */
    public Optional<Municipality> byCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** What a place as typed may mean: a name, a former name or a CBS code. Today's name goes before a former one. */
    public MunicipalityAnswer resolve(String text) {
        String asked = OFFICE.matcher(text.strip()).replaceFirst("");
        Municipality coded = byCode.get(asked.toUpperCase(Locale.ROOT));
        if (coded != null) return new Found(coded, false);
        String key = PlainText.fold(asked);
        Set<Municipality> now = current.getOrDefault(key, Set.of());
        Set<Municipality> then = former.getOrDefault(key, Set.of());
        Set<Municipality> meant = now.isEmpty() ? then : now;
        if (meant.size() == 1) return new Found(meant.iterator().next(), now.isEmpty());
        return meant.isEmpty() ? new Unknown(suggestions(key)) : new Several(List.copyOf(meant));
    }

    /** What somebody who looks for a place may mean: its very name first, then names with these letters, then what looks like it. */
    public List<Municipality> search(String text, int most) {
        String key = PlainText.fold(OFFICE.matcher(text.strip()).replaceFirst(""));
        if (key.isEmpty()) return List.of();
        Set<Municipality> found = new LinkedHashSet<>();
        MunicipalityAnswer answer = resolve(text);
        if (answer instanceof Found one) found.add(one.municipality());
        if (answer instanceof Several several) found.addAll(several.choices());
        for (Map<String, Set<Municipality>> names : List.of(current, former)) {
            names.forEach((name, meant) -> {
                if (name.startsWith(key)) found.addAll(meant);
            });
        }
        current.forEach((name, meant) -> {
            if (key.length() > 2 && name.contains(key)) found.addAll(meant);
        });
        found.addAll(suggestions(key));
        return found.stream().limit(most).toList();
    }

    private void add(Municipality municipality) {
        byCode.put(municipality.code(), municipality);
        put(current, municipality.name(), municipality);
        String bare = PROVINCE_MARK.matcher(municipality.name()).replaceFirst("");
        if (!bare.equals(municipality.name())) put(current, bare, municipality);
    }

    private static void put(Map<String, Set<Municipality>> names, String name, Municipality municipality) {
        names.computeIfAbsent(PlainText.fold(name), key -> new LinkedHashSet<>())
                .add(municipality);
    }

    private List<Municipality> suggestions(String key) {
        record Candidate(double likeness, Set<Municipality> municipalities) {}
        if (key.length() < 3) return List.of();
        List<Candidate> candidates = new ArrayList<>();
        for (Map<String, Set<Municipality>> names : List.of(current, former)) {
            names.forEach((name, municipalities) -> {
                boolean part = name.startsWith(key) || key.startsWith(name);
                double likeness = Math.max(PlainText.likeness(key, name), part ? 0.75 : 0);
                if (likeness >= LOOKS_LIKE) candidates.add(new Candidate(likeness, municipalities));
            });
        }
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::likeness).reversed())
                .flatMap(candidate -> candidate.municipalities.stream())
                .distinct()
                .limit(MOST_SUGGESTIONS)
                .toList();
    }
}
