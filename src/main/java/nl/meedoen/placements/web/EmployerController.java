package nl.meedoen.placements.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.people.Sectors;
import nl.meedoen.placements.SizeBand;
import nl.meedoen.placements.market.EmployerDetails;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.Employers;
import nl.meedoen.placements.market.OwnRegions;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Employers of the own region: the list, and recording or changing one. */
@Controller
class EmployerController {

    private final EmployerPages pages;
    private final EmployerList list;
    private final Employers employers;
    private final OwnRegions regions;
    private final Choices choices;
    private final Texts texts;

    EmployerController(
            EmployerPages pages,
            EmployerList list,
            Employers employers,
            OwnRegions regions,
            Choices choices,
            Texts texts) {
        this.pages = pages;
        this.list = list;
        this.employers = employers;
        this.regions = regions;
        this.choices = choices;
        this.texts = texts;
    }

    /**
     * What the form shows.
     *
     * @param others what somebody else saved in the meantime, where it differs from what was typed
     */
    record FormPage(
            @Nullable EmployerId id,
            String title,
            List<Option> sectors,
            List<Option> sizes,
            List<Option> regions,
            List<Option> others) {}

    @Needs(Permission.EMPLOYERS_EDIT)
    @GetMapping("/employers")
    String list(Actor actor, EmployerList.EmployerQuery query, Model model) {
        model.addAttribute("page", list.page(actor, query));
        return "placements/employers";
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @GetMapping("/employers/new")
    String begin(Actor actor, Model model) {
        List<OwnRegions.Named> own = regions.of(actor);
        model.addAttribute(
                "form", EmployerForm.empty(own.size() == 1 ? own.get(0).id().value() : null));
        return form(actor, null, List.of(), model);
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @PostMapping("/employers")
    String add(Actor actor, @Valid @ModelAttribute("form") EmployerForm form, BindingResult errors, Answer answer) {
        String municipality = municipality(form, errors);
        UUID region = form.region();
        if (region == null) {
            errors.rejectValue("region", "placements.region-needed");
        }
        EmployerId[] made = new EmployerId[1];
        Attempt attempt = Attempt.of(
                errors,
                () -> made[0] =
                        employers.add(actor, new RegionId(Objects.requireNonNull(region)), form.details(municipality)));
        if (!attempt.isDone()) {
            return answer.again(attempt, form(actor, null, List.of(), answer.model()));
        }
        return answer.go(Flash.ok(texts.of("placements.employer.added")), "/employers/" + made[0]);
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @GetMapping("/employers/{employer}/edit")
    String edit(Actor actor, @PathVariable EmployerId employer, Model model) {
        Employers.Read read = employers.read(actor, employer);
        model.addAttribute(
                "form",
                EmployerForm.of(
                        read.details(), choices.municipalityName(read.details().municipalityCode()), read.version()));
        return form(actor, employer, List.of(), model);
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @PostMapping("/employers/{employer}")
    String change(
            Actor actor,
            @PathVariable EmployerId employer,
            @Valid @ModelAttribute("form") EmployerForm form,
            BindingResult errors,
            Answer answer) {
        employers.read(actor, employer);
        String municipality = municipality(form, errors);
        long version = form.version() == null ? -1 : form.version();
        Attempt attempt =
                Attempt.of(errors, () -> employers.change(actor, employer, version, form.details(municipality)));
        if (!attempt.isDone()) {
            Employers.Read now = employers.read(actor, employer);
            if (!attempt.isStale()) {
                return answer.again(attempt, form(actor, employer, List.of(), answer.model()));
            }
            answer.with("form", form.at(now.version()));
            return answer.again(
                    attempt, form(actor, employer, others(form.details(municipality), now.details()), answer.model()));
        }
        return answer.go(Flash.ok(texts.of("placements.saved")), "/employers/{employer}");
    }

    private @Nullable String municipality(EmployerForm form, BindingResult errors) {
        if (form.municipality() == null) {
            return null;
        }
        String code = choices.municipalityCode(form.municipality()).orElse(null);
        if (code == null) {
            errors.rejectValue("municipality", "placements.municipality-unknown");
        }
        return code;
    }

    private List<Option> others(EmployerDetails mine, EmployerDetails theirs) {
        Differences found = new Differences(texts);
        found.add("placements.field.name", mine.name(), theirs.name());
        found.add("placements.field.kvk", mine.kvk(), theirs.kvk());
        found.add("placements.field.sector", sector(mine), sector(theirs));
        found.add("placements.field.size", texts.of(mine.size()), texts.of(theirs.size()));
        found.add("placements.field.street", mine.street(), theirs.street());
        found.add("placements.field.postcode", mine.postcode(), theirs.postcode());
        found.add("placements.field.town", mine.town(), theirs.town());
        found.add(
                "placements.field.municipality",
                choices.municipalityName(mine.municipalityCode()),
                choices.municipalityName(theirs.municipalityCode()));
        found.add("placements.field.note", mine.note(), theirs.note());
        return found.list();
    }

    private String sector(EmployerDetails details) {
        return texts.of(Sectors.label(details.sector()));
    }

    private String form(Actor actor, @Nullable EmployerId id, List<Option> others, Model model) {
        List<Option> own = regions.of(actor).stream()
                .map(region -> new Option(region.id().value().toString(), region.name()))
                .toList();
        model.addAttribute(
                "page",
                new FormPage(
                        id,
                        texts.of(id == null ? "placements.employer.new" : "placements.employer.edit"),
                        choices.sectors(),
                        choices.of(SizeBand.class),
                        own,
                        others));
        return "placements/employer-form";
    }
}
