package nl.meedoen.desk;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One thing that asks for somebody's attention now.
 *
 * @param kindKey message code of the kind, such as {@code plans.attention.overdue-step}
 * @param tone danger, wait or busy, as the badges have it
 * @param icon a symbol of the sprite
 * @param title what it is about, mostly a person's name
 * @param text one sentence in the reader's language
 * @param path the page where it is done
 * @param due the day it was due; the oldest comes first
 */
public record Attention(
        String kindKey,
        String tone,
        String icon,
        String title,
        String text,
        String path,
        @Nullable LocalDate due) {

    /** Filled by each room; Today collects them. Read inside the reader's transaction, at most fifty rows a source. */
    public interface Source {
        List<Attention> of(Actor actor);
    }
}
