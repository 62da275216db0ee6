package nl.meedoen.placements.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Sectors;
import nl.meedoen.placements.domain.Folded;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The choices of this room's forms, in the reader's language, and municipalities by the name that was typed. */
@Component
public class Choices {

    private final Texts texts;
    private final Organisation organisation;

    Choices(Texts texts, Organisation organisation) {
        this.texts = texts;
        this.organisation = organisation;
    }

    /** All constants, in the order in which they are declared. */
    public <E extends Enum<E>> List<Option> of(Class<E> type) {
        return of(Arrays.asList(type.getEnumConstants()));
    }

    /** These constants, in this order. */
    public List<Option> of(List<? extends Enum<?>> constants) {
        return constants.stream()
                .map(constant -> new Option(constant.name(), texts.of(constant)))
                .toList();
    }

    List<Option> sectors() {
        return Sectors.CODES.stream()
                .map(code -> new Option(code, texts.of(Sectors.label(code))))
                .toList();
    }

    List<Option> levels() {
        return Arrays.stream(LanguageLevel.values())
                .map(level -> new Option(level.name(), level.display()))
                .toList();
    }

    /** A level as it is written: A1; null stays null. */
    @Nullable
    public String level(@Nullable String name) {
        return name == null ? null : LanguageLevel.valueOf(name).display();
    }

    Optional<String> municipalityCode(String typed) {
        String wanted = Folded.of(typed);
        return organisation.municipalities().stream()
                .filter(one ->
                        Folded.of(one.name()).equals(wanted) || one.code().equalsIgnoreCase(typed.strip()))
                .map(Municipality::code)
                .findFirst();
    }

    @Nullable
    String municipalityName(@Nullable String code) {
        return code == null
                ? null
                : organisation.municipality(code).map(Municipality::name).orElse(null);
    }
}
