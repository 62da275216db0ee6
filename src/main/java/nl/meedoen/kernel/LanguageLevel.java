package nl.meedoen.kernel;

/**
 * A level of Dutch, low to high: the three literacy levels for people who never learned to read (or not in this script), the step
 * before A1, and the six of the Common European Framework (CEFR).
 */
public enum LanguageLevel {
    ALFA_A,
    ALFA_B,
    ALFA_C,
    PRE_A1,
    A1,
    A2,
    B1,
    B2,
    C1,
    C2;

    /** As it is written: "A2", "pre-A1", "alfa B". */
    public String display() {
        return switch (this) {
            case ALFA_A -> "alfa A";
            case ALFA_B -> "alfa B";
            case ALFA_C -> "alfa C";
            case PRE_A1 -> "pre-A1";
            default -> name();
        };
    }
}
