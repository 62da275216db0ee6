package nl.meedoen.plans.network.web;

import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.desk.Attention;
import nl.meedoen.plans.network.Introductions;
import org.springframework.stereotype.Component;

/** Introductions that were asked of the reader, and that wait for a yes or a no. */
@Component
class NetworkAttention implements Attention.Source {

    /** Within so many days one answers. */
    private static final int DAYS = 7;

    private final Introductions introductions;

    NetworkAttention(Introductions introductions) {
        this.introductions = introductions;
    }

    @Override
    public List<Attention> of(Actor actor) {
        if (!actor.may(Permission.NETWORK_OWN)) {
            return List.of();
        }
        return introductions.asked(actor).stream()
                .limit(Attention.MOST)
                .map(asked -> new Attention(
                        "network.attention.asked",
                        "wait",
                        "hand",
                        asked.whom(),
                        String.valueOf(asked.wanted()),
                        "/network#asked-" + asked.id(),
                        asked.askedOn().plusDays(DAYS)))
                .toList();
    }
}
