package nl.meedoen.people.admin;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.MunicipalityBox;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Which municipalities a location serves, from and until a day; the past is never rewritten. */
@Controller
class ServingController {

    /** The form to add a municipality. */
    record ServePage(Organisation.Location place) {}

    /** The form to end one, and the locations that may take it over. */
    record EndPage(Organisation.Location place, Municipality municipality, List<Option> others) {}

    private final Organisation organisation;
    private final MunicipalityBox municipalities;
    private final TransactionTemplate transactions;
    private final Trail trail;
    private final Texts texts;
    private final Words words;

    ServingController(
            Organisation organisation,
            MunicipalityBox municipalities,
            TransactionTemplate transactions,
            Trail trail,
            Texts texts,
            Words words) {
        this.organisation = organisation;
        this.municipalities = municipalities;
        this.transactions = transactions;
        this.trail = trail;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/admin/organisation/locations/{location}/municipalities/new")
    String ask(@PathVariable LocationId location, Model model) {
        show(model, new ServeForm(null, words.today()));
        model.addAttribute("page", new ServePage(organisation.location(location)));
        return "people/serve";
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/admin/organisation/locations/{location}/municipalities")
    String serve(
            Actor actor,
            @PathVariable LocationId location,
            @Valid @ModelAttribute("form") ServeForm form,
            BindingResult errors,
            Answer answer) {
        Organisation.Location place = organisation.location(location);
        Optional<Municipality> municipality = municipalities.one(form.municipality(), "municipality", errors);
        LocalDate from = form.from();
        if (!errors.hasErrors() && municipality.isPresent() && from != null) {
            try {
                transactions.executeWithoutResult(tx -> {
                    organisation.serve(location, municipality.get().code(), from);
                    trail.note(actor, Trail.Action.CHANGED, "people.location", location.value());
                });
            } catch (RuleBroken refusal) {
                errors.rejectValue("municipality", refusal.code());
            }
        }
        if (errors.hasErrors()) {
            return answer.with("page", new ServePage(place)).again("people/serve");
        }
        return answer.go(
                Flash.ok(texts.of("people.serving", place.name(), name(municipality))),
                "/admin/organisation/locations/" + location);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/admin/organisation/locations/{location}/municipalities/{municipality}/end")
    String askEnd(@PathVariable LocationId location, @PathVariable String municipality, Model model) {
        show(model, new EndForm(words.today(), null));
        return endPage(location, municipality, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/admin/organisation/locations/{location}/municipalities/{municipality}/end")
    String end(
            Actor actor,
            @PathVariable LocationId location,
            @PathVariable String municipality,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Answer answer) {
        Organisation.Location place = organisation.location(location);
        Municipality known = organisation.municipality(municipality).orElseThrow(NotFound::new);
        LocalDate until = form.until();
        String chosen = form.to();
        Optional<LocationId> to = organisation.locations().stream()
                .map(Organisation.Location::id)
                .filter(id -> id.toString().equals(chosen) && !id.equals(location))
                .findFirst();
        if (chosen != null && to.isEmpty()) {
            errors.rejectValue("to", "people.location-needed");
        }
        if (!errors.hasErrors() && until != null) {
            try {
                transactions.executeWithoutResult(tx -> {
                    if (to.isPresent()) {
                        organisation.move(municipality, location, to.get(), until.plusDays(1));
                    } else {
                        organisation.stopServing(location, municipality, until);
                    }
                    trail.note(actor, Trail.Action.CHANGED, "people.location", location.value());
                });
            } catch (RuleBroken refusal) {
                errors.rejectValue("until", refusal.code());
            }
        }
        if (errors.hasErrors()) {
            return answer.again(endPage(location, municipality, answer.model()));
        }
        return answer.go(
                Flash.ok(texts.of("people.served-until", place.name(), known.name(), words.fullDate(until))),
                "/admin/organisation/locations/" + location);
    }

    private String endPage(LocationId location, String municipality, Model model) {
        Municipality known = organisation.municipality(municipality).orElseThrow(NotFound::new);
        List<Option> others = organisation.locations().stream()
                .filter(place -> !place.id().equals(location))
                .map(place -> new Option(place.id().toString(), place.name()))
                .toList();
        model.addAttribute("page", new EndPage(organisation.location(location), known, others));
        return "people/end";
    }

    private static String name(Optional<Municipality> municipality) {
        return municipality.map(Municipality::name).orElse("");
    }

    private static void show(Model model, Object form) {
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
    }
}
