package nl.meedoen.people;

/**
 * An administrator let municipalities become one, or took that back.
 *
 * @param into CBS code of the one
 */
public record MunicipalitiesMerged(String into) {}
