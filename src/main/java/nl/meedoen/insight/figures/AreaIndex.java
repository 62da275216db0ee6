package nl.meedoen.insight.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.insight.suppression.AreaTree;
import org.jspecify.annotations.Nullable;

/** Areas in their order, each after the one that it is part of, and where each stands. */
final class AreaIndex {

    private final List<Area> areas;
    private final Map<String, Integer> indexes = new HashMap<>();

    AreaIndex(List<Area> areas) {
        this.areas = List.copyOf(areas);
        for (Area area : areas) {
            indexes.put(area.code(), indexes.size());
        }
    }

    List<Area> areas() {
        return areas;
    }

    /** Where the area stands in the list; null when it has none. */
    @Nullable
    Integer index(String code) {
        return indexes.get(code);
    }

    AreaTree tree() {
        return new AreaTree(areas.stream()
                .map(area -> area.parent() == null ? Integer.valueOf(-1) : indexes.getOrDefault(area.parent(), 0))
                .toList());
    }
}
