package nl.meedoen.webkit.view;

import org.jspecify.annotations.Nullable;

/**
 * What {@code webkit/parts :: pager} draws under a list.
 *
 * @param previous address of the page before, or of the first; null where this is it
 * @param next address of the page after this; null at the end
 * @param label says where one is; null where that is not known
 */
public record Pager(
        @Nullable String previous,
        @Nullable String next,
        @Nullable String label) {}
