package nl.meedoen.plans.pitch;

import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.Village;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A pitch at Alpha and one at Beta. */
@Component
class PitchAccessObjects implements AccessObjects {

    private final ObjectProvider<Village> village;
    private final Pitches pitches;

    PitchAccessObjects(ObjectProvider<Village> village, Pitches pitches) {
        this.village = village;
        this.pitches = pitches;
    }

    @Override
    public Map<String, String> own() {
        return pitch(village.getObject().actor(Role.COACH), village.getObject().amal);
    }

    @Override
    public Map<String, String> foreign() {
        return pitch(village.getObject().foreignActor(Role.COACH), village.getObject().celine);
    }

    @Override
    public Map<String, Map<String, String>> parameters() {
        return Map.of(
                "POST /participants/{id}/pitch/{pitch}/rating",
                Map.of("clarity", "3", "substance", "4", "presence", "2"));
    }

    private Map<String, String> pitch(Actor coach, ParticipantId person) {
        return Map.of(
                "pitch",
                village.getObject()
                        .as(coach, () -> {
                            int before = pitches.all(person).size();
                            PitchText text = new PitchText("I am version " + before, null, null);
                            return pitches.write(coach, person, before, text);
                        })
                        .toString());
    }
}
