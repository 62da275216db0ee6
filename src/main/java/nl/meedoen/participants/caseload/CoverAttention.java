package nl.meedoen.participants.caseload;

import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.stereotype.Component;

/** Tells a coach for whom they cover, and until when. */
@Component
class CoverAttention implements Attention.Source {

    private final Covers covers;
    private final Texts texts;
    private final Words words;

    CoverAttention(Covers covers, Texts texts, Words words) {
        this.covers = covers;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public List<Attention> of(Actor actor) {
        if (actor.role() != Role.COACH) {
            return List.of();
        }
        return covers.now(actor).stream()
                .map(cover -> new Attention(
                        "cover.attention",
                        "busy",
                        "users",
                        cover.coachName(),
                        texts.of("cover.attention.text", words.date(cover.until())),
                        "/participants",
                        cover.until()))
                .toList();
    }
}
