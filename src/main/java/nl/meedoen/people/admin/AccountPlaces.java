package nl.meedoen.people.admin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Staff;
import nl.meedoen.people.services.ServiceReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** Reads the places and the address that an administrator filled in; what is wrong becomes an error at its box. */
@Component
class AccountPlaces {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>()\\[\\],;:\"]+@[^\\s@]+\\.[^\\s@.]{2,}");

    private final Organisation organisation;
    private final ServiceReader reader;

    AccountPlaces(Organisation organisation, ServiceReader reader) {
        this.organisation = organisation;
        this.reader = reader;
    }

    String email(@Nullable String typed, BindingResult errors) {
        if (typed == null) {
            errors.rejectValue("email", "access.email-needed");
            return "";
        }
        if (typed.length() > 254 || !ADDRESS.matcher(typed).matches()) {
            errors.rejectValue("email", "access.email-wrong");
        }
        return typed;
    }

    Staff.Places read(AccountForm form, BindingResult errors) {
        Set<String> municipalities = municipalities(form.municipalities(), errors);
        Set<String> ticked = form.locations() == null ? Set.of() : form.locations();
        Set<LocationId> locations = organisation.locations().stream()
                .map(Organisation.Location::id)
                .filter(id -> ticked.contains(id.toString()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Role> roles = form.roles() == null ? Set.of() : form.roles();
        Set<UUID> chosen = form.services() == null ? Set.of() : form.services();
        Set<UUID> services = reader.choices().stream()
                .map(option -> UUID.fromString(option.value()))
                .filter(chosen::contains)
                .collect(Collectors.toSet());
        boolean somewhere =
                roles.contains(Role.COORDINATOR) || roles.contains(Role.COACH) || roles.contains(Role.TRAINER);
        if (somewhere && locations.isEmpty()) {
            errors.rejectValue("locations", "people.location-needed");
        }
        if (roles.contains(Role.CLIENT_MANAGER)
                && municipalities.isEmpty()
                && services.isEmpty()
                && !errors.hasFieldErrors("municipalities")) {
            errors.rejectValue("municipalities", "people.municipality-needed");
        }
        return new Staff.Places(locations, municipalities, services);
    }

    /** Names, one a line or with commas between them. */
    private Set<String> municipalities(@Nullable String typed, BindingResult errors) {
        Set<String> codes = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String name : typed == null ? new String[0] : typed.split("[\\r\\n,;]+")) {
            if (name.isBlank()) {
                continue;
            }
            organisation
                    .municipalityNamed(name)
                    .ifPresentOrElse(known -> codes.add(known.code()), () -> unknown.add(name.strip()));
        }
        for (String name : unknown.subList(0, Math.min(5, unknown.size()))) {
            String like = organisation.resembling(name).stream()
                    .map(Municipality::name)
                    .collect(Collectors.joining(", "));
            errors.rejectValue(
                    "municipalities",
                    like.isEmpty() ? "people.municipality-unknown" : "people.municipality-like",
                    new Object[] {name, like},
                    null);
        }
        return codes;
    }
}
