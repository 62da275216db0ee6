package nl.meedoen.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    /** The most rows of one kind that a source gives. */
    public static final int MOST = 50;

    /**
     * How many of a kind there are in all, where a source gives only the first of them.
     *
     * @param count stops at {@link nl.meedoen.webkit.Bounded#STOP}
     * @param path the list that holds them all
     */
    public record Whole(int count, String path) {}

    /** Filled by each room; Today collects them. Read inside the reader's transaction. */
    public interface Source {

        /** What needs the actor, the most urgent first and at most {@link #MOST} of a kind. */
        List<Attention> of(Actor actor);

        /** By kind how many there are in all; asked only where {@link #of} gave as many of a kind as it may. */
        default Map<String, Whole> whole(Actor actor) {
            return Map.of();
        }
    }
}
