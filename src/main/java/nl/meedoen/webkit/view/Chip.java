package nl.meedoen.webkit.view;

/** A filter that is on, as a link that takes it away. */
public record Chip(String label, String href) {}
