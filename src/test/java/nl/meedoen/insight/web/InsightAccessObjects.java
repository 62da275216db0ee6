package nl.meedoen.insight.web;

import java.util.Map;
import nl.meedoen.support.AccessObjects;
import org.springframework.stereotype.Component;

@Component
class InsightAccessObjects implements AccessObjects {

    @Override
    public Map<String, String> own() {
        return Map.of("kind", "csv");
    }

    @Override
    public Map<String, String> foreign() {
        return Map.of();
    }
}
