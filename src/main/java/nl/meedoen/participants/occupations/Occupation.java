package nl.meedoen.participants.occupations;

/**
 * An occupation. This service uses the ESCO classification of the European Commission.
 *
 * @param code of ESCO, such as 7512.1
 * @param isco the unit group of ISCO-08 that it belongs to, four digits
 * @param label its name in Dutch
 * @param group the name of the unit group in Dutch
 */
public record Occupation(String code, String isco, String label, String group) {}
