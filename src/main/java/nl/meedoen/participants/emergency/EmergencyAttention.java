package nl.meedoen.participants.emergency;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.desk.Attention;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.stereotype.Component;

/** Tells coordinators on Today that somebody of another location opened a dossier of theirs. */
@Component
class EmergencyAttention implements Attention.Source {

    private final Emergencies emergencies;
    private final Texts texts;
    private final Words words;

    EmergencyAttention(Emergencies emergencies, Texts texts, Words words) {
        this.emergencies = emergencies;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public List<Attention> of(Actor actor) {
        if (!actor.may(Permission.EMERGENCY)) {
            return List.of();
        }
        return emergencies.recent(actor).stream()
                .filter(opening -> !opening.mine())
                .map(opening -> new Attention(
                        "emergency.attention",
                        opening.running() ? "danger" : "wait",
                        "lock",
                        opening.name(),
                        texts.of("emergency.attention.text", opening.by(), words.moment(opening.from())),
                        "/emergency#opened-" + opening.id(),
                        LocalDate.ofInstant(opening.from(), Words.ZONE)))
                .toList();
    }
}
