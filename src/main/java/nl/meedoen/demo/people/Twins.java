package nl.meedoen.demo.people;

import java.util.List;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.registration.BirthSource;
import nl.meedoen.participants.registration.Identity;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.registration.Residence;
import org.jspecify.annotations.Nullable;

/**
 * Made-up people who were registered twice, for the list of likely doubles: one whose name was spelled otherwise, one who
 * left out a name and a birthday, and one who was known at another location already.
 */
public final class Twins {

    /** The first of each two come when so much of the programme at home is over, so that they have a coach by now. */
    private static final double FIRST_ONES = 0.64;

    private static final double BETWEEN = 0.08;

    private static final List<Twin> KNOWN = List.of(
            new Twin("Mahmoud", "Nasser", "محمود ناصر", new PartialDate(1988, 3, 14), Gender.MALE, "SY", "ar", 9_951),
            new Twin(
                    "Feven Berhane Tekle",
                    null,
                    "ፌቨን ብርሃነ",
                    new PartialDate(1993, 9, 2),
                    Gender.FEMALE,
                    "ER",
                    "ti",
                    9_952),
            new Twin(
                    "Dalal", "Mansour", "دلال منصور", new PartialDate(1979, 11, 30), Gender.FEMALE, "SY", "ar", 9_953));

    private static final List<Twin> AGAIN = List.of(
            new Twin("Mahmud", "Naser", null, new PartialDate(1988, 3, 14), Gender.MALE, "SY", "ar", 9_951),
            new Twin("Feven Berhane", null, null, new PartialDate(1993, null, null), Gender.FEMALE, "ER", "ti", 9_952));

    private static final Twin ELSEWHERE =
            new Twin("Dalal", "Mansur", null, new PartialDate(1979, 11, 30), Gender.FEMALE, "SY", "ar", 9_953);

    private record Twin(
            String given,
            @Nullable String surname,
            @Nullable String original,
            PartialDate birth,
            Gender gender,
            String country,
            String language,
            int phone) {

        Registration instead(Registration of) {
            Reachability reach = of.reachability();
            Residence place = of.residence();
            return of.as(new Identity(
                            new PersonName(given, null, surname, null, original, null),
                            birth,
                            birth.day() == null ? BirthSource.STATEMENT : BirthSource.DOCUMENT,
                            gender))
                    .reachedBy(new Reachability(
                            new Phone("+3160000%04d".formatted(phone)),
                            true,
                            reach.email(),
                            reach.street(),
                            reach.postcode(),
                            reach.town(),
                            reach.note(),
                            language,
                            reach.interpreter()))
                    .from(new Residence(
                            place.municipalityCode(),
                            country,
                            place.clientNumber(),
                            place.benefit(),
                            place.benefitFrom(),
                            place.benefitUntil()));
        }
    }

    private boolean elsewhere;

    /**
     * Somebody who was registered twice, now and then; else the one who was made up.
     *
     * @param home whether it is the first location
     * @param number the how manieth of those people, from 0
     */
    public Registration orElse(Registration newcomer, boolean home, int number, int people) {
        if (!home) {
            if (!elsewhere && number == people - 1) {
                elsewhere = true;
                return ELSEWHERE.instead(newcomer);
            }
            return newcomer;
        }
        for (int i = 0; i < KNOWN.size(); i++) {
            if (number == (int) (people * (FIRST_ONES + i * BETWEEN))) {
                return KNOWN.get(i).instead(newcomer);
            }
        }
        for (int i = 0; i < AGAIN.size(); i++) {
            if (number == people - 2 - i) {
                return AGAIN.get(i).instead(newcomer);
            }
        }
        return newcomer;
    }
}
