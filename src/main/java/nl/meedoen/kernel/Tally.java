package nl.meedoen.kernel;

/**
 * How many of something there are in one municipality; what the rooms hand to the dashboards.
 *
 * @param municipality CBS code
 * @param measure what is counted, such as {@code STATE}
 * @param dimension the category within it, such as {@code PLACED}
 * @param n how many people or things
 * @param sum of days or rungs over them, for an average; 0 where there is none
 */
public record Tally(String municipality, String measure, String dimension, long n, long sum) {}
