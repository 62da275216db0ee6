package nl.meedoen.people;

/**
 * A municipality of the country.
 *
 * @param code CBS code, such as GM0014
 */
public record Municipality(String code, String name, String province) {}
