package nl.meedoen.demo.people;

import java.util.List;
import nl.meedoen.demo.places.Place.Town;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.registration.BirthSource;
import nl.meedoen.participants.registration.Direction;
import nl.meedoen.participants.registration.Identity;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.registration.Residence;
import nl.meedoen.people.Sectors;

/** Makes people up. */
public final class Newcomers {

    private static final List<String> COUNTRIES = List.of("SY", "ER", "AF", "IR", "IQ", "TR", "YE", "SO", "UA");
    private static final int[] SHARES = {38, 16, 10, 8, 7, 8, 5, 4, 4};
    private static final List<String> STREETS = List.of("Voorbeeldstraat", "Demolaan", "Proefweg", "Verzonnen Plein");
    private static final List<String> NOTES = List.of(
            "Liefst na één uur", "Alleen op maandag en dinsdag", "Eerst een bericht sturen", "Via de buurvrouw");
    private static final List<String> REMARKS = List.of(
            "Heeft kinderopvang nodig; twee kinderen.",
            "Kan alleen 's ochtends.",
            "Rijbewijs B.",
            "Was elektricien en wil dat weer worden.",
            "Leert ook op zaterdag bij de taalschool.");

    private final Names names = Names.read();
    private int count;

    /** Somebody who lives there. */
    public Registration make(Dice dice, Town town) {
        String country = COUNTRIES.get(dice.weighted(SHARES));
        Gender gender = switch (dice.weighted(485, 485, 10, 20)) {
            case 0 -> Gender.FEMALE;
            case 1 -> Gender.MALE;
            case 2 -> Gender.NON_BINARY;
            default -> Gender.UNKNOWN;
        };
        return make(dice, town, country, gender, names.make(dice, country, gender));
    }

    /** Somebody with a name of our choice. */
    Registration make(Dice dice, Town town, String country, Gender gender, PersonName name) {
        int n = ++count;
        boolean mail = dice.chance(0.6);
        return new Registration(
                new Identity(name, birth(dice), BirthSource.values()[dice.weighted(60, 28, 12)], gender),
                new Reachability(
                        // 06-0000 was never given out, so that nobody real is called
                        dice.chance(0.93) ? new Phone("+3160000%04d".formatted((n * 37) % 10_000)) : null,
                        dice.chance(0.6),
                        mail ? "demo" + n + "@voorbeeld.example" : null,
                        dice.one(STREETS) + " " + dice.between(1, 240),
                        null,
                        town.name(),
                        dice.chance(0.15) ? dice.one(NOTES) : null,
                        language(dice, country),
                        dice.chance(0.3)),
                new Residence(
                        town.code(),
                        country,
                        "DEMO-" + (1_000 + n),
                        dice.chance(0.9) ? dice.chance(0.8) : null,
                        null,
                        null),
                new Direction(
                        LearningRoute.values()[dice.weighted(55, 15, 30)],
                        LanguageLevel.values()[dice.weighted(2, 3, 5, 8, 26, 34, 18, 4, 0, 0)],
                        dice.chance(0.8) ? dice.one(Sectors.CODES) : null,
                        dice.chance(0.12) ? dice.one(REMARKS) : null));
    }

    private static PartialDate birth(Dice dice) {
        int year = 1962 + dice.weighted(1, 1, 2, 2, 3) * 8 + dice.between(0, 8);
        int month = dice.between(1, 12);
        return switch (dice.weighted(80, 12, 8)) {
            case 0 -> new PartialDate(year, month, dice.between(1, 28));
            case 1 -> new PartialDate(year, null, null);
            default -> new PartialDate(year, month, null);
        };
    }

    private static String language(Dice dice, String country) {
        return switch (country) {
            case "ER" -> dice.chance(0.92) ? "ti" : "tig";
            case "AF" -> dice.chance(0.7) ? "prs" : "ps";
            case "IR" -> "fa";
            case "IQ" -> dice.chance(0.65) ? "ar" : "ckb";
            case "TR" -> dice.chance(0.7) ? "tr" : "kmr";
            case "SO" -> "so";
            case "UA" -> "uk";
            default -> dice.chance(0.95) ? "ar" : "kmr";
        };
    }
}
