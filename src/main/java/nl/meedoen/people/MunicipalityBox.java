package nl.meedoen.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Reads municipalities that were typed by name; what is not known becomes an error at the box, with what may be meant. */
@Component
public class MunicipalityBox {

    private static final int MOST_ERRORS = 5;

    private final Organisation organisation;
    private final FormerNames formerNames;

    MunicipalityBox(Organisation organisation, FormerNames formerNames) {
        this.organisation = organisation;
        this.formerNames = formerNames;
    }

    /** One name; empty where nothing was typed, and with an error where it is not known. */
    public Optional<Municipality> one(@Nullable String typed, String field, Errors errors) {
        if (typed == null || typed.isBlank()) {
            return Optional.empty();
        }
        Optional<Municipality> known = organisation.municipalityNamed(typed);
        if (known.isEmpty()) {
            refuse(typed.strip(), field, errors);
        }
        return known;
    }

    /** Names, one a line or with semicolons between them. */
    public Set<Municipality> many(@Nullable String typed, String field, Errors errors) {
        Set<Municipality> found = new LinkedHashSet<>();
        if (typed == null) {
            return found;
        }
        for (String name : List.of(typed.split("[\\r\\n;]+"))) {
            if (errors.getFieldErrorCount(field) < MOST_ERRORS) {
                one(name, field, errors).ifPresent(found::add);
            }
        }
        return found;
    }

    private void refuse(String name, String field, Errors errors) {
        Optional<FormerNames.Gone> gone = formerNames.find(name);
        if (gone.isPresent()) {
            String now = gone.get().codes().stream()
                    .flatMap(code -> organisation.municipality(code).stream())
                    .map(Municipality::name)
                    .collect(Collectors.joining(", "));
            Object[] said = {name, String.valueOf(gone.get().year()), now};
            errors.rejectValue(field, "people.merger.long-gone", said, null);
            return;
        }
        String like =
                organisation.resembling(name).stream().map(Municipality::name).collect(Collectors.joining(", "));
        errors.rejectValue(
                field,
                like.isEmpty() ? "people.municipality-unknown" : "people.municipality-like",
                new Object[] {name, like},
                null);
    }
}
