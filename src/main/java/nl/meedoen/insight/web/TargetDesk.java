package nl.meedoen.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.insight.figures.Targets;
import nl.meedoen.insight.figures.Targets.Target;
import nl.meedoen.insight.web.cards.Say;
import nl.meedoen.people.figures.ServedAreas;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which areas may have targets, and what they are. */
@Component
class TargetDesk {

    /** An area with its targets in a year. */
    record Row(Option area, Target target) {}

    private final ServedAreas served;
    private final Targets targets;
    private final Say say;
    private final Words words;

    TargetDesk(ServedAreas served, Targets targets, Say say, Words words) {
        this.served = served;
        this.targets = targets;
        this.say = say;
        this.words = words;
    }

    /** Last year, this one and the next. */
    List<Integer> years() {
        int now = words.today().getYear();
        return List.of(now - 1, now, now + 1);
    }

    /** The country, the regions, and the municipalities that take part. */
    @Transactional(readOnly = true)
    public List<Row> rows(int year) {
        List<Option> areas = areas(year);
        Map<String, Target> set = targets.of(areas.stream().map(Option::value).toList());
        return areas.stream()
                .map(area -> new Row(area, set.getOrDefault(Targets.key(area.value(), year), Target.NONE)))
                .toList();
    }

    /** @throws NotFound for an area or a year that there is not */
    @Transactional(readOnly = true)
    public Row row(String area, int year) {
        return rows(year).stream()
                .filter(row -> row.area().value().equals(area))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /**
     * Sets the targets of an area.
     *
     * @throws NotFound for an area or a year that there is not
     * @throws nl.meedoen.webkit.StaleVersion when somebody else set them since
     */
    @Transactional
    public void set(Actor actor, String area, int year, Target target) {
        if (areas(year).stream().noneMatch(each -> each.value().equals(area))) {
            throw new NotFound();
        }
        targets.set(actor, area, year, target);
    }

    private List<Option> areas(int year) {
        if (!years().contains(year)) {
            throw new NotFound();
        }
        List<Option> areas = new ArrayList<>(List.of(new Option("country", say.text("insight.country"))));
        served.regions()
                .forEach(region ->
                        areas.add(new Option("region:" + region.id(), say.text("insight.region", region.name()))));
        served.municipalities().stream()
                .filter(each -> each.region() != null)
                .forEach(each -> areas.add(new Option("municipality:" + each.code(), each.name())));
        return areas;
    }
}
