package nl.meedoen.participants;

import java.util.Map;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

@Component
class ParticipantAccessObjects implements AccessObjects {

    private final Village village;

    ParticipantAccessObjects(Village village) {
        this.village = village;
    }

    @Override
    public Map<String, String> own() {
        return Map.of("id", village.amal.toString(), "kind", "csv", "form", "json");
    }

    @Override
    public Map<String, String> foreign() {
        return Map.of("id", village.celine.toString());
    }
}
