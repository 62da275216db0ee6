package nl.meedoen.participants.reference;

/**
 * A Dutch municipality of today.
 *
 * @param code CBS code: "GM0014"
 */
public record Municipality(String code, String name, String province) {}
