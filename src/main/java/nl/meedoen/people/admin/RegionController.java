package nl.meedoen.people.admin;

import jakarta.validation.Valid;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NotFound;
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

/** The organisation at a glance, and its regions. */
@Controller
class RegionController {

    record OrganisationPage(List<OrganisationReader.RegionRow> regions) {}

    /** {@code id} is null for a new region; {@code theirs} is what another one just saved. */
    record RegionPage(@Nullable RegionId id, Organisation.@Nullable Region theirs) {}

    private final OrganisationReader reader;
    private final Organisation organisation;
    private final TransactionTemplate transactions;
    private final Trail trail;
    private final Texts texts;

    RegionController(
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
    @GetMapping("/admin/organisation")
    String show(Model model) {
        model.addAttribute("page", new OrganisationPage(reader.regions()));
        return "people/organisation";
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/admin/organisation/regions/new")
    String begin(Model model) {
        return page(new RegionForm(null, null, "0"), null, null, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/admin/organisation/regions")
    String create(Actor actor, @Valid @ModelAttribute("form") RegionForm form, BindingResult errors, Answer answer) {
        Attempt attempt = Attempt.of(
                errors,
                "name",
                () -> transactions.executeWithoutResult(tx -> {
                    RegionId id = organisation.createRegion(name(form), form.number());
                    trail.note(actor, Trail.Action.CREATED, "people.region", id.value());
                }));
        if (!attempt.isDone()) {
            return answer.with("page", new RegionPage(null, null)).again(attempt, "people/region");
        }
        return answer.go(Flash.ok(texts.of("people.saved", name(form))), "/admin/organisation");
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/admin/organisation/regions/{region}")
    String edit(@PathVariable RegionId region, Model model) {
        Organisation.Region now = find(region);
        return page(new RegionForm(now.version(), now.name(), String.valueOf(now.target())), region, null, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/admin/organisation/regions/{region}")
    String change(
            Actor actor,
            @PathVariable RegionId region,
            @Valid @ModelAttribute("form") RegionForm form,
            BindingResult errors,
            Answer answer) {
        find(region);
        Attempt attempt = Attempt.of(
                errors,
                "name",
                () -> transactions.executeWithoutResult(tx -> {
                    organisation.changeRegion(
                            region, form.version() == null ? -1 : form.version(), name(form), form.number());
                    trail.note(actor, Trail.Action.CHANGED, "people.region", region.value());
                }));
        if (!attempt.isDone()) {
            if (attempt.isStale()) {
                Organisation.Region theirs = find(region);
                return answer.again(attempt, page(form.at(theirs.version()), region, theirs, answer.model()));
            }
            return answer.with("page", new RegionPage(region, null)).again(attempt, "people/region");
        }
        return answer.go(Flash.ok(texts.of("people.saved", name(form))), "/admin/organisation");
    }

    private Organisation.Region find(RegionId id) {
        return organisation.regions().stream()
                .filter(region -> region.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String name(RegionForm form) {
        return form.name() == null ? "" : form.name();
    }

    private static String page(
            RegionForm form, @Nullable RegionId id, Organisation.@Nullable Region theirs, Model model) {
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"))
                .addAttribute("page", new RegionPage(id, theirs));
        return "people/region";
    }
}
