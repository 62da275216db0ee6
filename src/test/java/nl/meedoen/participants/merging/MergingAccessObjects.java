package nl.meedoen.participants.merging;

import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

@Component
class MergingAccessObjects implements AccessObjects {

    private final Map<String, String> own;
    private final Map<String, String> foreign;

    MergingAccessObjects(Village village, Enrolments enrolments, Pairs pairs, Merges merges) {
        own = objects(village, village.actor(Role.COORDINATOR), Village.OWN_MUNICIPALITY, enrolments, pairs, merges);
        foreign = objects(
                village,
                village.foreignActor(Role.COORDINATOR),
                Village.FOREIGN_MUNICIPALITY,
                enrolments,
                pairs,
                merges);
    }

    private static Map<String, String> objects(
            Village village, Actor actor, String municipality, Enrolments enrolments, Pairs pairs, Merges merges) {
        ParticipantId[] four = new ParticipantId[4];
        for (int i = 0; i < four.length; i++) {
            four[i] = Twice.enrol(
                    village,
                    enrolments,
                    actor,
                    Twice.somebody("Toegang Dubbel" + i, "0" + (i + 1) + "-02-1980", null, municipality));
        }
        PairId pair = village.as(
                actor,
                () -> pairs.add(
                        actor,
                        enrolments.known(actor, four[0]).number(),
                        enrolments.known(actor, four[1]).number()));
        UUID merging = village.as(actor, () -> merges.merge(actor, four[2], four[3], Twice.keepFirst(0, 0)));
        return Map.of("pair", pair.toString(), "merging", merging.toString());
    }

    @Override
    public Map<String, String> own() {
        return own;
    }

    @Override
    public Map<String, String> foreign() {
        return foreign;
    }

    @Override
    public Map<String, Map<String, String>> parameters() {
        return Map.of("POST /participants/doubles/{pair}/dismiss", Map.of("reason", "een nicht"));
    }
}
