package nl.meedoen.webkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A choice among more than fits a list: a box to search with and, below it, what was found as radio buttons. Drawn by
 * webkit/finder.
 *
 * @param name of the radio buttons
 * @param box name and id of the search box
 * @param address answers with the radio buttons while somebody types
 * @param legend code of the words above the radio buttons
 * @param q what was looked for; null when nothing was
 * @param chosen the value that is chosen; it stands among what was found
 */
public record Finder(
        String name,
        String box,
        String address,
        String legend,
        @Nullable String q,
        List<Hit> found,
        @Nullable String chosen) {

    /**
     * Something that was found.
     *
     * @param note a second line
     * @param language of label and note, where it is not the reader's
     */
    public record Hit(
            String value,
            String label,
            @Nullable String note,
            @Nullable String language) {}

    /** Whether the radio buttons are so short that they may stand beside each other. */
    public boolean brief() {
        return found.stream().allMatch(hit -> hit.note() == null);
    }
}
