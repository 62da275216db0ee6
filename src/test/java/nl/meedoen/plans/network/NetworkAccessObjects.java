package nl.meedoen.plans.network;

import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.Village;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** An acquaintance of the coach and an introduction that was asked of the coach, at Alpha and at Beta. */
@Component
class NetworkAccessObjects implements AccessObjects {

    private final ObjectProvider<Village> village;
    private final Networks networks;
    private final Introductions introductions;

    NetworkAccessObjects(ObjectProvider<Village> village, Networks networks, Introductions introductions) {
        this.village = village;
        this.networks = networks;
        this.introductions = introductions;
    }

    @Override
    public Map<String, String> own() {
        return made(village.getObject().actor(Role.COACH), village.getObject().amal);
    }

    @Override
    public Map<String, String> foreign() {
        return made(village.getObject().foreignActor(Role.COACH), village.getObject().celine);
    }

    private Map<String, String> made(Actor coach, ParticipantId person) {
        return village.getObject()
                .as(
                        coach,
                        () -> Map.of(
                                "acquaintance",
                                networks.add(coach, new AcquaintanceText("Access", null, "A", null, null, null))
                                        .toString(),
                                "introduction",
                                introductions
                                        .ask(
                                                coach,
                                                person,
                                                new Introductions.Request(
                                                        Via.COACH,
                                                        "Access",
                                                        "A talk",
                                                        village.getObject().today()),
                                                coach.id())
                                        .toString()));
    }
}
