package nl.meedoen.webkit.view;

import org.jspecify.annotations.Nullable;

/**
 * A way of looking at a list, as a link in {@code webkit/parts :: views}.
 *
 * @param count how many stand in it; null where that is not counted
 * @param current whether this is the one that is shown
 */
public record ViewTab(String href, String label, @Nullable Integer count, boolean current) {}
