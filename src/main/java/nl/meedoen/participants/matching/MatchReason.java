package nl.meedoen.participants.matching;

import java.util.Locale;

/** Why two registrations may be one person, in words that the page translates. */
public enum MatchReason {
    /** All parts of the name are written the same; order and marks aside. */
    SAME_NAME,
    /** All parts of the name sound alike, perhaps in another script. */
    SOUNDS_ALIKE,
    /** Some parts of the name agree. */
    NAME_PARTLY,
    /** The same full birth date, other than the first of January, which is given to many whose date is not known. */
    SAME_BIRTH_DATE,
    /** The same birth year, as far as known. */
    SAME_BIRTH_YEAR,
    SAME_PHONE,
    SAME_EMAIL,
    SAME_CLIENT_NUMBER;

    /** The key of the words for this reason in the message files: "match.same-name". */
    public String messageKey() {
        return "match." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
