package nl.meedoen.plans.dream;

import java.util.HashMap;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.Village;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A dream at Alpha and one at Beta; occupations belong to nobody. */
@Component
class DreamAccessObjects implements AccessObjects {

    private static final String OCCUPATION = "7411.1";

    private final ObjectProvider<Village> village;
    private final Dreams dreams;
    private final Occupations occupations;

    DreamAccessObjects(ObjectProvider<Village> village, Dreams dreams, Occupations occupations) {
        this.village = village;
        this.dreams = dreams;
        this.occupations = occupations;
    }

    @Override
    public Map<String, String> own() {
        Map<String, String> own = new HashMap<>(dream(village.getObject().actor(Role.COACH), village.getObject().amal));
        own.put("code", OCCUPATION);
        return own;
    }

    @Override
    public Map<String, String> foreign() {
        return dream(village.getObject().foreignActor(Role.COACH), village.getObject().celine);
    }

    @Override
    public Map<String, Map<String, String>> parameters() {
        return Map.of("POST /participants/{id}/dream", Map.of("occupation", OCCUPATION));
    }

    private Map<String, String> dream(Actor coach, ParticipantId person) {
        return Map.of(
                "dream",
                village.getObject()
                        .as(
                                coach,
                                () -> dreams.choose(
                                        coach,
                                        person,
                                        occupations.find(OCCUPATION).orElseThrow()))
                        .toString());
    }
}
