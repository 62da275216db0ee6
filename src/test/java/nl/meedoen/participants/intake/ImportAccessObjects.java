package nl.meedoen.participants.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

@Component
class ImportAccessObjects implements AccessObjects {

    private static final byte[] FILE =
            "Voornaam;Achternaam;Gemeente\nTwee;Rijen;Assen\nNog;Een;Grunn\n".getBytes(StandardCharsets.UTF_8);

    private final BatchId own;
    private final BatchId foreign;

    ImportAccessObjects(Village village, Imports imports, ImportJobs jobs) {
        own = batch(village.actor(Role.COORDINATOR), imports, jobs);
        foreign = batch(village.foreignActor(Role.COORDINATOR), imports, jobs);
    }

    private static BatchId batch(Actor actor, Imports imports, ImportJobs jobs) {
        return ActingAs.actor(actor, () -> {
            BatchId id = imports.receive(actor, "toegang.csv", FILE).id();
            jobs.check(actor, id);
            return id;
        });
    }

    @Override
    public Map<String, String> own() {
        return Map.of("batch", own.toString(), "row", "3");
    }

    @Override
    public Map<String, String> foreign() {
        return Map.of("batch", foreign.toString());
    }
}
