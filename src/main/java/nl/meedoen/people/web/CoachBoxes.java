package nl.meedoen.people.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Sectors;
import nl.meedoen.people.SpokenLanguages;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** What the forms of this room have in common: their choices, and a municipality that is typed. */
@Component
class CoachBoxes {

    private final Organisation organisation;
    private final Texts texts;

    CoachBoxes(Organisation organisation, Texts texts) {
        this.organisation = organisation;
        this.texts = texts;
    }

    /** The own locations to choose from. */
    List<Option> locations(Actor actor) {
        return organisation.locations(actor.locations()).stream()
                .map(location -> new Option(location.id().toString(), location.name()))
                .toList();
    }

    List<Option> languages() {
        return SpokenLanguages.options(LocaleContextHolder.getLocale());
    }

    List<Option> sectors() {
        return Sectors.CODES.stream()
                .map(code -> new Option(code, texts.of(Sectors.label(code))))
                .toList();
    }

    /** One of the own locations; anything else in the box is an error at the box. */
    Optional<LocationId> location(Actor actor, @Nullable String chosen, BindingResult errors) {
        Optional<LocationId> own = actor.locations().stream()
                .filter(location -> location.toString().equals(chosen))
                .findFirst();
        if (own.isEmpty() && !errors.hasFieldErrors("location")) {
            errors.rejectValue("location", "people.location-needed");
        }
        return own;
    }

    /** The code of the municipality that was typed; null for an empty box or, with an error at it, an unknown name. */
    @Nullable
    String municipality(@Nullable String typed, BindingResult errors) {
        if (typed == null) {
            return null;
        }
        Optional<Municipality> known = organisation.municipalityNamed(typed);
        if (known.isEmpty()) {
            unknown("municipality", typed, errors);
        }
        return known.map(Municipality::code).orElse(null);
    }

    private void unknown(String box, String typed, BindingResult errors) {
        String like =
                organisation.resembling(typed).stream().map(Municipality::name).collect(Collectors.joining(", "));
        if (like.isEmpty()) {
            errors.rejectValue(box, "people.municipality-unknown", new Object[] {typed}, null);
        } else {
            errors.rejectValue(box, "people.municipality-like", new Object[] {typed, like}, null);
        }
    }

    /** Only what was on the form counts; anything else was not typed there. */
    static Set<String> known(Set<String> chosen, List<String> all) {
        return chosen.stream().filter(all::contains).collect(Collectors.toSet());
    }

    /** Puts a form in the model in place of the one that was bound. */
    static void show(Model model, Object form) {
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
    }
}
