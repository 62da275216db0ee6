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

/**
 * Finds the municipality that people mean, former municipalities included: from the lists that come with the program, and
 * from what was told to it since ({@link #follow}).
 */
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

    /** What is known at one moment. */
    private record Known(
            Map<String, Municipality> byCode,
            Map<String, Set<Municipality>> current,
            Map<String, Set<Municipality>> former,
            Map<String, String> became) {

        /** The municipality that has this code, or the one that it became part of. */
        Optional<Municipality> today(String code) {
            return Optional.ofNullable(byCode.get(became.getOrDefault(code, code)));
        }

        void add(Municipality municipality) {
            Map<String, Set<Municipality>> names = became.containsKey(municipality.code()) ? former : current;
            Municipality today = today(municipality.code()).orElse(municipality);
            put(names, municipality.name(), today);
            put(names, PROVINCE_MARK.matcher(municipality.name()).replaceFirst(""), today);
        }
    }

    private volatile Known known;

    private MunicipalityLookup(Known known) {
        this.known = known;
    }

    /** Reads both lists that come with the program. */
    public static MunicipalityLookup load() {
        return new MunicipalityLookup(with(List.of(), Map.of()));
    }

    /**
     * From now on these are known too.
     *
     * @param added municipalities that are new since the lists were made
     * @param became for each code that is no municipality any more the code of what it is part of today
     */
    public void follow(List<Municipality> added, Map<String, String> became) {
        known = with(added, became);
    }

    private static Known with(List<Municipality> added, Map<String, String> became) {
        Known known =
                new Known(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), Map.copyOf(became));
        List<Municipality> all = new ArrayList<>();
        for (var row : ReferenceFile.records("gemeenten.csv", ',')) {
            all.add(new Municipality(row.get("code"), row.get("name"), row.get("province")));
        }
        all.addAll(added);
        // first all codes: one that became part of another one asks for that one's
        all.forEach(municipality -> known.byCode().put(municipality.code(), municipality));
        all.forEach(known::add);
        ALSO.forEach((name, code) -> known.today(code)
                .ifPresent(m -> put(became.containsKey(code) ? known.former() : known.current(), name, m)));
        for (var row : ReferenceFile.records("gemeenten-vervallen.csv", ',')) {
            for (String code : row.get("current_codes").split("\\|", -1)) {
                known.today(code).ifPresent(m -> put(known.former(), row.get("former"), m));
            }
        }
        return known;
    }

    /** All municipalities of today, in the order of their codes. */
    public List<Municipality> all() {
        Known now = known;
        return now.byCode().values().stream()
                .filter(municipality -> !now.became().containsKey(municipality.code()))
                .toList();
    }

    /** The municipality with this CBS code, also when it is part of another one by now. */
    public Optional<Municipality> byCode(String code) {
        return Optional.ofNullable(known.byCode().get(code));
    }

    /** What a place as typed may mean: a name, a former name or a CBS code. Today's name goes before a former one. */
    public MunicipalityAnswer resolve(String text) {
        String asked = OFFICE.matcher(text.strip()).replaceFirst("");
        Known all = known;
        String code = asked.toUpperCase(Locale.ROOT);
        Optional<Municipality> coded = all.today(code);
        if (coded.isPresent()) return new Found(coded.get(), all.became().containsKey(code));
        String key = PlainText.fold(asked);
        Set<Municipality> now = all.current().getOrDefault(key, Set.of());
        Set<Municipality> then = all.former().getOrDefault(key, Set.of());
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
        Known all = known;
        for (Map<String, Set<Municipality>> names : List.of(all.current(), all.former())) {
            names.forEach((name, meant) -> {
                if (name.startsWith(key)) found.addAll(meant);
            });
        }
        all.current().forEach((name, meant) -> {
            if (key.length() > 2 && name.contains(key)) found.addAll(meant);
        });
        found.addAll(suggestions(key));
        return found.stream().limit(most).toList();
    }

    private static void put(Map<String, Set<Municipality>> names, String name, Municipality municipality) {
        names.computeIfAbsent(PlainText.fold(name), key -> new LinkedHashSet<>())
                .add(municipality);
    }

    private List<Municipality> suggestions(String key) {
        record Candidate(double likeness, Set<Municipality> municipalities) {}
        if (key.length() < 3) return List.of();
        List<Candidate> candidates = new ArrayList<>();
        Known all = known;
        for (Map<String, Set<Municipality>> names : List.of(all.current(), all.former())) {
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
