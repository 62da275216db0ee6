package nl.meedoen.participants.sections;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants and brings, besides the occupations of their wish.
 *
 * @param sector SBI section
 * @param ownWords in the person's own words
 */
public record WorkProfile(
        @Nullable String sector,
        List<Licence> licences,
        @Nullable DigitalSkills digital,
        @Nullable String ownWords) {

    /** Driving licences that count in the Netherlands. */
    public enum Licence {
        AM,
        A,
        B,
        C,
        D,
        E,
        T
    }

    /** How well somebody gets on with a computer. */
    public enum DigitalSkills {
        NONE,
        PHONE,
        BASIC,
        GOOD
    }
}
