package nl.meedoen.demo.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PersonName;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Names as they are given in the countries that participants come from; who bears them together is made up. */
public final class Names {

    /** A name in Latin letters and, where it is known, as it is written at home. */
    private record Name(String latin, @Nullable String original) {}

    private final Map<String, List<Name>> lists = new HashMap<>();

    private Names() {}

    public static Names read() {
        Names names = new Names();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("demo/names.csv").getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
                String[] cells = line.split(";", -1);
                names.lists
                        .computeIfAbsent(cells[0] + cells[1], key -> new ArrayList<>())
                        .add(new Name(cells[2], cells[3].isBlank() ? null : cells[3]));
            });
        } catch (IOException e) {
            throw new IllegalStateException("demo/names.csv", e);
        }
        return names;
    }

    /** Somebody's name after the custom of the country: with a surname, with the father's name, or a single one. */
    PersonName make(Dice dice, String country, Gender gender) {
        boolean female = gender == Gender.FEMALE || gender != Gender.MALE && dice.chance(0.5);
        List<Name> given = list(country + (female ? "F" : "M"));
        List<Name> men = list(country + "M");
        Name own = dice.one(given);
        boolean written = dice.chance(0.4);
        return switch (country) {
            case "ER" -> {
                Name father = dice.one(men);
                Name grandfather = dice.one(men);
                String latin = own.latin() + " " + father.latin() + (dice.chance(0.5) ? " " + grandfather.latin() : "");
                yield name(latin, null, written ? join(own, father) : null, preferred(dice, own));
            }
            case "SO" ->
                name(
                        own.latin() + " " + dice.one(men).latin() + " "
                                + dice.one(men).latin(),
                        null,
                        null,
                        null);
            case "AF" -> {
                if (dice.chance(0.3)) {
                    yield name(own.latin(), null, written ? own.original() : null, null);
                }
                Name last = dice.one(list(country + "S"));
                yield name(own.latin(), last.latin(), written ? join(own, last) : null, null);
            }
            default -> {
                Name last = dice.one(list(country + "S"));
                yield name(own.latin(), last.latin(), written ? join(own, last) : null, null);
            }
        };
    }

    private List<Name> list(String key) {
        List<Name> list = lists.get(key);
        if (list == null) {
            throw new IllegalStateException("no names for " + key);
        }
        return list;
    }

    private static @Nullable String preferred(Dice dice, Name own) {
        return dice.chance(0.15) ? own.latin() : null;
    }

    private static @Nullable String join(Name own, Name other) {
        return own.original() == null || other.original() == null ? null : own.original() + " " + other.original();
    }

    private static PersonName name(
            String given, @Nullable String surname, @Nullable String original, @Nullable String preferred) {
        return new PersonName(given, null, surname, preferred, original, null);
    }
}
