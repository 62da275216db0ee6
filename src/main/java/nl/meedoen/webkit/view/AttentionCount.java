package nl.meedoen.webkit.view;

/** A count that asks for attention, as a link in {@code webkit/parts :: attention}; below nought for very many. */
public record AttentionCount(int count, String text, String href) {}
