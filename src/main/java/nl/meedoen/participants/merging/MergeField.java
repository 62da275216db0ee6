package nl.meedoen.participants.merging;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.participants.registration.Direction;
import nl.meedoen.participants.registration.Identity;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.registration.Residence;
import org.jspecify.annotations.Nullable;

/** A field, or what belongs together, of which one chooses when two dossiers become one. */
public enum MergeField {
    GIVEN_NAMES(r -> r.name().givenNames()),
    SURNAME(r -> joined(" ", r.name().infix(), r.name().surname())),
    PREFERRED_NAME(r -> r.name().preferredName()),
    ORIGINAL_NAME(r -> r.name().originalScript()),
    BIRTH(r -> r.identity().birth().year() == null ? null : r.identity().birth()),
    GENDER(r -> r.identity().gender() == Gender.UNKNOWN ? null : r.identity().gender()),
    PHONE(r -> r.reachability().phone()),
    EMAIL(r -> r.reachability().email()),
    ADDRESS(r -> joined(
            ", ",
            r.reachability().street(),
            r.reachability().postcode(),
            r.reachability().town())),
    REACHABLE_NOTE(r -> r.reachability().note()),
    LANGUAGE(r -> r.reachability().language()),
    INTERPRETER(r -> r.reachability().interpreter() ? Boolean.TRUE : null),
    MUNICIPALITY(Registration::municipalityCode),
    COUNTRY(r -> r.residence().country()),
    CLIENT_NUMBER(r -> r.residence().clientNumber()),
    BENEFIT(r -> r.residence().benefit()),
    LEARNING_ROUTE(r -> r.direction().learningRoute()),
    LANGUAGE_LEVEL(r -> r.direction().languageLevel()),
    WISHED_SECTOR(r -> r.direction().wishedSector()),
    REMARK(r -> r.direction().remark());

    private final Function<Registration, @Nullable Object> value;

    MergeField(Function<Registration, @Nullable Object> value) {
        this.value = value;
    }

    /** What a dossier has here; null when nothing is known. */
    public @Nullable Object of(Registration registration) {
        return value.apply(registration);
    }

    /** Whether one has to choose: both know something, and not the same. */
    public boolean differs(Registration first, Registration second) {
        return of(first) != null && of(second) != null && !Objects.equals(of(first), of(second));
    }

    /** Whether the texts of both can be kept, one under the other. */
    public boolean joinable() {
        return this == REMARK || this == REACHABLE_NOTE;
    }

    /** What is taken when nobody says otherwise: what is known, and of two the first. */
    public Side usual(Registration first, Registration second) {
        if (joinable() && differs(first, second)) return Side.BOTH;
        return of(first) == null && of(second) != null ? Side.SECOND : Side.FIRST;
    }

    /** The name of the field in forms. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** One registration out of two; other spellings of the name are kept as aliases, so that they are still found. */
    static Registration choose(Registration first, Registration second, Map<MergeField, Side> sides) {
        Function<MergeField, Registration> from =
                field -> sides.getOrDefault(field, field.usual(first, second)) == Side.SECOND ? second : first;
        Reachability phone = from.apply(PHONE).reachability();
        Reachability address = from.apply(ADDRESS).reachability();
        Residence benefit = benefit(from.apply(BENEFIT), first, second).residence();
        PersonName name = new PersonName(
                from.apply(GIVEN_NAMES).name().givenNames(),
                from.apply(SURNAME).name().infix(),
                from.apply(SURNAME).name().surname(),
                from.apply(PREFERRED_NAME).name().preferredName(),
                from.apply(ORIGINAL_NAME).name().originalScript(),
                "-");
        return new Registration(
                new Identity(
                        new PersonName(
                                name.givenNames(),
                                name.infix(),
                                name.surname(),
                                name.preferredName(),
                                name.originalScript(),
                                aliases(name, first.name(), second.name())),
                        from.apply(BIRTH).identity().birth(),
                        from.apply(BIRTH).identity().birthSource(),
                        from.apply(GENDER).identity().gender()),
                new Reachability(
                        phone.phone(),
                        phone.whatsapp(),
                        from.apply(EMAIL).reachability().email(),
                        address.street(),
                        address.postcode(),
                        address.town(),
                        text(REACHABLE_NOTE, first, second, sides),
                        from.apply(LANGUAGE).reachability().language(),
                        from.apply(INTERPRETER).reachability().interpreter()),
                new Residence(
                        from.apply(MUNICIPALITY).municipalityCode(),
                        from.apply(COUNTRY).residence().country(),
                        from.apply(CLIENT_NUMBER).residence().clientNumber(),
                        benefit.benefit(),
                        benefit.benefitFrom(),
                        benefit.benefitUntil()),
                new Direction(
                        from.apply(LEARNING_ROUTE).direction().learningRoute(),
                        from.apply(LANGUAGE_LEVEL).direction().languageLevel(),
                        from.apply(WISHED_SECTOR).direction().wishedSector(),
                        text(REMARK, first, second, sides)));
    }

    /** Where both say the same of the benefit, the one that has its dates. */
    private static Registration benefit(Registration chosen, Registration first, Registration second) {
        boolean dated =
                chosen.residence().benefitFrom() != null || chosen.residence().benefitUntil() != null;
        if (dated || !Objects.equals(BENEFIT.of(first), BENEFIT.of(second))) return chosen;
        return chosen == first ? second : first;
    }

    private static @Nullable String text(
            MergeField field, Registration first, Registration second, Map<MergeField, Side> sides) {
        Side side = sides.getOrDefault(field, field.usual(first, second));
        Object a = field.of(first);
        Object b = field.of(second);
        if (side == Side.BOTH) return joined("\n", (String) a, (String) b);
        return (String) (side == Side.SECOND ? b : a);
    }

    private static @Nullable String aliases(PersonName chosen, PersonName first, PersonName second) {
        Set<String> aliases = new LinkedHashSet<>();
        for (PersonName name : new PersonName[] {first, second}) {
            String aliasesOf = name.aliases();
            if (aliasesOf != null) {
                for (String alias : aliasesOf.split(",")) aliases.add(alias.strip());
            }
            String whole = joined(" ", name.givenNames(), name.infix(), name.surname());
            if (whole != null) aliases.add(whole);
            if (name.originalScript() != null) aliases.add(name.originalScript());
        }
        aliases.remove(String.valueOf(joined(" ", chosen.givenNames(), chosen.infix(), chosen.surname())));
        aliases.remove(String.valueOf(chosen.originalScript()));
        aliases.remove("");
        return aliases.isEmpty() ? null : String.join(", ", aliases);
    }

    private static @Nullable String joined(String between, @Nullable String... parts) {
        StringBuilder joined = new StringBuilder();
        for (String part : parts) {
            if (part == null) continue;
            if (!joined.isEmpty()) joined.append(between);
            joined.append(part);
        }
        return joined.isEmpty() ? null : joined.toString();
    }
}
