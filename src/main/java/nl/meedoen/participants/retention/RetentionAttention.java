package nl.meedoen.participants.retention;

import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.desk.Attention;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.stereotype.Component;

/** Tells coordinators on Today that dossiers are due this month; one line for all of them. */
@Component
class RetentionAttention implements Attention.Source {

    private final Retention retention;
    private final Texts texts;
    private final Words words;

    RetentionAttention(Retention retention, Texts texts, Words words) {
        this.retention = retention;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public List<Attention> of(Actor actor) {
        if (!actor.may(Permission.RETENTION)) {
            return List.of();
        }
        long due = retention.due(actor).stream().filter(one -> !one.held()).count();
        return due == 0
                ? List.of()
                : List.of(new Attention(
                        "retention.attention",
                        "wait",
                        "trash",
                        texts.of("retention.title"),
                        texts.of("retention.attention.text", due),
                        "/retention",
                        words.today().withDayOfMonth(words.today().lengthOfMonth())));
    }
}
