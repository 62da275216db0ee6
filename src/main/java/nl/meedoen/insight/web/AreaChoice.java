package nl.meedoen.insight.web;

import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.insight.figures.Area;
import nl.meedoen.insight.figures.AreaKind;
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;

/** The areas that somebody may see, and the one that is looked at. */
record AreaChoice(List<Area> areas, Optional<Area> chosen) {

    /** What an address says for all municipalities that one serves. */
    static final String SERVICE = "service";

    /**
     * @param all areas within reach, the wider first
     * @param served CBS codes of all municipalities that the asker serves
     * @param wanted what the address says; nothing is the widest
     * @throws NotFound for an area out of reach and for one that does not exist
     */
    static AreaChoice of(Actor actor, List<Area> all, List<String> served, @Nullable String wanted) {
        Optional<Area> whole = actor.role() == Role.NATIONAL_LEAD
                ? all.stream().findFirst()
                : all.stream()
                        .filter(area -> area.municipalities().equals(served))
                        .reduce((a, b) -> b);
        // an unnamed set is somebody else's, unless it is the asker's own
        List<Area> areas = all.stream()
                .filter(area -> area.kind() != AreaKind.GROUP
                        || area.name() != null
                        || whole.filter(area::equals).isPresent())
                .toList();
        if (wanted == null || wanted.isBlank() || (wanted.equals(SERVICE) && actor.role() != Role.NATIONAL_LEAD)) {
            return new AreaChoice(areas, whole.or(() -> areas.stream().findFirst()));
        }
        Area chosen = areas.stream()
                .filter(area -> area.code().equals(wanted))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new AreaChoice(areas, Optional.of(chosen));
    }

    /** Whether the asker can choose. */
    public boolean several() {
        return areas.size() > 1;
    }
}
