package nl.meedoen.participants.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody who may already be there.
 *
 * @param names each way in which the name is written, folded
 * @param email in small letters
 * @param clientNumber the number at the social service, without spaces
 */
public record MatchSubject(
        List<FoldedName> names,
        PartialDate birth,
        Gender gender,
        @Nullable Phone phone,
        @Nullable String email,
        @Nullable String clientNumber) {

    /** Takes a copy and makes blank texts null. */
    public MatchSubject {
        names = names.stream().filter(name -> !name.isEmpty()).distinct().toList();
        email = plain(email);
        clientNumber = plain(clientNumber);
    }

    /** Somebody with a name in parts and whatever else is known. */
    public static MatchSubject of(
            PersonName name,
            PartialDate birth,
            Gender gender,
            @Nullable Phone phone,
            @Nullable String email,
            @Nullable String clientNumber) {
        List<FoldedName> names = name.forms().stream().map(NameFolding::fold).toList();
        return new MatchSubject(names, birth, gender, phone, email, clientNumber);
    }

    /** Somebody of whom only a name as typed and a birth date are known. */
    public static MatchSubject of(String name, PartialDate birth) {
        return new MatchSubject(List.of(NameFolding.fold(name)), birth, Gender.UNKNOWN, null, null, null);
    }

    /** The phonetic keys of all names: who shares one of them is a candidate worth scoring. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        names.forEach(name -> keys.addAll(name.keys()));
        return keys;
    }

    private static @Nullable String plain(@Nullable String text) {
        if (text == null) return null;
        String plain = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? null : plain;
    }
}
