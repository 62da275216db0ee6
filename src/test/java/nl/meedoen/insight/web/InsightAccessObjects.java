package nl.meedoen.insight.web;

import java.util.Map;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

@Component
class InsightAccessObjects implements AccessObjects {

    private final Village village;

    InsightAccessObjects(Village village) {
        this.village = village;
    }

    @Override
    public Map<String, String> own() {
        return Map.of("kind", "csv");
    }

    @Override
    public Map<String, String> foreign() {
        return Map.of();
    }

    @Override
    public Map<String, Map<String, String>> parameters() {
        Map<String, String> target =
                Map.of("area", "country", "year", String.valueOf(village.today().getYear()));
        return Map.of("GET /dashboard/targets/edit", target, "POST /dashboard/targets/edit", target);
    }
}
