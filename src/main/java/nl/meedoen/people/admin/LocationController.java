package nl.meedoen.people.admin;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A location: its name and its region. What it serves stands on the same page. */
@Controller
class LocationController {

    /** {@code place} is null for a new location; {@code theirs} is what another one just saved. */
    record LocationPage(
            Organisation.@Nullable Location place,
            Organisation.@Nullable Location theirs,
            List<Option> regions,
            List<OrganisationReader.ServedRow> served) {}

    private final OrganisationReader reader;
    private final Organisation organisation;
    private final TransactionTemplate transactions;
    private final Trail trail;
    private final Texts texts;

    LocationController(
            OrganisationReader reader,
            Organisation organisation,
            TransactionTemplate transactions,
            Trail trail,
            Texts texts) {
        this.reader = reader;
        this.organisation = organisation;
        this.transactions = transactions;
        this.trail = trail;
        this.texts = texts;
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/admin/organisation/locations/new")
    String begin(Model model) {
        return page(new LocationForm(null, null, null), null, null, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/admin/organisation/locations")
    String create(Actor actor, @Valid @ModelAttribute("form") LocationForm form, BindingResult errors, Answer answer) {
        Optional<RegionId> region = region(form, errors);
        LocationId made = null;
        if (!errors.hasErrors() && region.isPresent()) {
            try {
                made = transactions.execute(tx -> {
                    LocationId id = organisation.createLocation(region.get(), name(form));
                    trail.note(actor, Trail.Action.CREATED, "people.location", id.value());
                    return id;
                });
            } catch (RuleBroken taken) {
                errors.rejectValue("name", taken.code());
            }
        }
        if (made == null) {
            return answer.again(choices(null, null, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("people.saved", name(form))), "/admin/organisation/locations/" + made);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/admin/organisation/locations/{location}")
    String edit(@PathVariable LocationId location, Model model) {
        Organisation.Location now = organisation.location(location);
        return page(new LocationForm(now.version(), now.name(), now.region().toString()), now, null, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/admin/organisation/locations/{location}")
    String change(
            Actor actor,
            @PathVariable LocationId location,
            @Valid @ModelAttribute("form") LocationForm form,
            BindingResult errors,
            Answer answer) {
        Organisation.Location now = organisation.location(location);
        Optional<RegionId> region = region(form, errors);
        Attempt attempt = Attempt.of(
                errors,
                "name",
                () -> transactions.executeWithoutResult(tx -> {
                    organisation.changeLocation(
                            location, form.version() == null ? -1 : form.version(), region.orElseThrow(), name(form));
                    trail.note(actor, Trail.Action.CHANGED, "people.location", location.value());
                }));
        if (!attempt.isDone()) {
            if (attempt.isStale()) {
                Organisation.Location theirs = organisation.location(location);
                return answer.again(attempt, page(form.at(theirs.version()), theirs, theirs, answer.model()));
            }
            return answer.again(attempt, choices(now, null, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("people.saved", name(form))), "/admin/organisation/locations/" + location);
    }

    private Optional<RegionId> region(LocationForm form, BindingResult errors) {
        Optional<RegionId> region = organisation.regions().stream()
                .map(Organisation.Region::id)
                .filter(id -> id.toString().equals(form.region()))
                .findFirst();
        if (region.isEmpty() && !errors.hasFieldErrors("region")) {
            errors.rejectValue("region", "people.region-needed");
        }
        return region;
    }

    private static String name(LocationForm form) {
        return form.name() == null ? "" : form.name();
    }

    private String page(
            LocationForm form,
            Organisation.@Nullable Location place,
            Organisation.@Nullable Location theirs,
            Model model) {
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
        return choices(place, theirs, model);
    }

    private String choices(Organisation.@Nullable Location place, Organisation.@Nullable Location theirs, Model model) {
        List<Option> regions = organisation.regions().stream()
                .map(region -> new Option(region.id().toString(), region.name()))
                .toList();
        model.addAttribute(
                "page",
                new LocationPage(place, theirs, regions, place == null ? List.of() : reader.served(place.id())));
        return "people/location";
    }
}
