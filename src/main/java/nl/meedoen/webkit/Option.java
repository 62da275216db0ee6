package nl.meedoen.webkit;

/** One choice in a list or a row of radio buttons. */
public record Option(String value, String label) {}
