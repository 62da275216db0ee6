package nl.meedoen.participants;

import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A card on the first page of a dossier that a room above fills: a group, or questions. Read inside the reader's
 * transaction, for somebody whom the reader has reached; one statement a card.
 */
public interface DossierCard {

    /**
     * A card.
     *
     * @param order lower comes first
     * @param code names it within the page
     * @param emptyKey message code of what it says without lines
     * @param action what can be done here; null when nothing can
     */
    record Card(
            int order,
            String code,
            String titleKey,
            String emptyKey,
            List<Line> lines,
            @Nullable Action action) {}

    /** A line of a card; a line with a path is a link, one without a badge has none. */
    record Line(
            String title,
            @Nullable String sub,
            @Nullable String path,
            @Nullable Badge badge) {}

    /** How something stands: a colour, a symbol and a word in the reader's language. */
    record Badge(String tone, String icon, String text) {}

    /** A button that leads to a page. */
    record Action(String path, String icon, String labelKey) {}

    /** The card for this reader; empty when it is not for them. */
    Optional<Card> of(Actor actor, DossierFrame frame);
}
