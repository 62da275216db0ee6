package nl.meedoen.people;

import java.util.List;

/** The sections of the national classification of businesses (SBI 2008, CBS): A to U. */
public final class Sectors {

    public static final List<String> CODES = List.of(
            "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T", "U");

    private Sectors() {}

    /** The message code of a section's name in plain words. */
    public static String label(String code) {
        return "people.sector." + code;
    }
}
