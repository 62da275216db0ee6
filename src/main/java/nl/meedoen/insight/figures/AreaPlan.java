package nl.meedoen.insight.figures;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.meedoen.people.figures.ServedAreas;
import org.jspecify.annotations.Nullable;

/**
 * The areas as a tree: country, regions, groups of municipalities, municipalities. A group that cuts through a region
 * or through a group that came before it gets no figures of its own: figures of areas that overlap could be subtracted.
 */
final class AreaPlan {

    static final String COUNTRY = "country";

    private final List<Area> areas = new ArrayList<>();

    /**
     * @param counted municipalities in which somebody is counted, served or not
     * @param target participants in the whole country in the programme period
     */
    AreaPlan(ServedAreas served, Set<String> counted, int target) {
        Map<String, ServedAreas.Municipality> municipalities = new LinkedHashMap<>();
        List<ServedAreas.Served> sets = served.served();
        Set<String> wanted = new TreeSet<>(counted);
        sets.forEach(set -> wanted.addAll(set.municipalities()));
        for (ServedAreas.Municipality each : served.municipalities()) {
            if (each.region() != null || wanted.contains(each.code())) {
                municipalities.put(each.code(), each);
            }
        }
        add(new Area(COUNTRY, AreaKind.COUNTRY, null, null, sorted(municipalities.keySet()), target));
        for (ServedAreas.Region region : served.regions()) {
            Set<String> inside = new TreeSet<>();
            municipalities.values().stream()
                    .filter(each -> region.id().equals(each.region()))
                    .forEach(each -> inside.add(each.code()));
            if (!inside.isEmpty()) {
                add(new Area(
                        "region:" + region.id(),
                        AreaKind.REGION,
                        region.name(),
                        COUNTRY,
                        sorted(inside),
                        region.target()));
            }
        }
        addGroups(sets, municipalities);
        for (ServedAreas.Municipality each : municipalities.values()) {
            List<String> self = List.of(each.code());
            add(new Area(code(each.code()), AreaKind.MUNICIPALITY, each.name(), smallestWith(self), self, null));
        }
    }

    /** The code of a municipality's area. */
    static String code(String municipality) {
        return "municipality:" + municipality;
    }

    AreaIndex index() {
        return new AreaIndex(areas);
    }

    private void addGroups(List<ServedAreas.Served> sets, Map<String, ServedAreas.Municipality> municipalities) {
        Map<Set<String>, @Nullable String> fitting = new LinkedHashMap<>();
        for (ServedAreas.Served set : sets) {
            Set<String> regions = new LinkedHashSet<>();
            set.municipalities().forEach(code -> regions.add(region(municipalities.get(code))));
            boolean nested = fitting.keySet().stream()
                    .allMatch(other -> Collections.disjoint(other, set.municipalities())
                            || other.containsAll(set.municipalities())
                            || set.municipalities().containsAll(other));
            if (set.municipalities().size() > 1 && regions.size() == 1 && nested) {
                fitting.putIfAbsent(set.municipalities(), set.name());
            }
        }
        fitting.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Set<String>, @Nullable String> each) ->
                                each.getKey().size())
                        .reversed())
                .forEach(each -> {
                    List<String> codes = sorted(each.getKey());
                    add(new Area(group(codes), AreaKind.GROUP, each.getValue(), smallestWith(codes), codes, null));
                });
    }

    private static String region(ServedAreas.@Nullable Municipality municipality) {
        return municipality == null ? "" : String.valueOf(municipality.region());
    }

    private static String group(List<String> codes) {
        return "group:" + UUID.nameUUIDFromBytes(String.join(",", codes).getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> sorted(Set<String> codes) {
        return List.copyOf(new TreeSet<>(codes));
    }

    private String smallestWith(List<String> codes) {
        return areas.stream()
                .filter(area -> area.municipalities().containsAll(codes))
                .min(Comparator.comparingInt(
                        area -> area.municipalities().size() * 4 - area.kind().ordinal()))
                .map(Area::code)
                .orElse(COUNTRY);
    }

    private void add(Area area) {
        areas.add(area);
    }
}
