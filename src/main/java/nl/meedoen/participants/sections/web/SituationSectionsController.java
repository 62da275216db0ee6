package nl.meedoen.participants.sections.web;

import jakarta.validation.Valid;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.sections.form.HouseholdForm;
import nl.meedoen.participants.sections.form.IntegrationForm;
import nl.meedoen.participants.sections.form.LimitsForm;
import nl.meedoen.participants.sections.records.HouseholdRecords;
import nl.meedoen.participants.sections.records.IntegrationRecords;
import nl.meedoen.participants.sections.records.LimitsRecords;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The sections about household and hours, functional limits and civic integration. */
@Controller
class SituationSectionsController {

    private final SectionPages pages;
    private final Choices choices;
    private final HouseholdRecords households;
    private final LimitsRecords limits;
    private final IntegrationRecords integrations;
    private final Words words;

    SituationSectionsController(
            SectionPages pages,
            Choices choices,
            HouseholdRecords households,
            LimitsRecords limits,
            IntegrationRecords integrations,
            Words words) {
        this.pages = pages;
        this.choices = choices;
        this.households = households;
        this.limits = limits;
        this.integrations = integrations;
        this.words = words;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/intake/household")
    @Transactional
    public String household(Actor actor, @PathVariable ParticipantId id, Model model) {
        return pages.ask(
                actor, id, households, HouseholdForm.class, HouseholdForm::of, now -> choices.household(), model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/intake/household")
    @Transactional
    public String saveHousehold(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") HouseholdForm form,
            BindingResult errors,
            Answer answer) {
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        return pages.save(sent, households, errors.hasErrors() ? null : form.read(), choices::household);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/intake/limits")
    @Transactional
    public String limits(Actor actor, @PathVariable ParticipantId id, Model model) {
        return pages.ask(actor, id, limits, LimitsForm.class, LimitsForm::of, now -> choices.limits(), model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/intake/limits")
    @Transactional
    public String saveLimits(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") LimitsForm form,
            BindingResult errors,
            Answer answer) {
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        return pages.save(sent, limits, form.read(errors), choices::limits);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/intake/integration")
    @Transactional
    public String integration(Actor actor, @PathVariable ParticipantId id, Model model) {
        return pages.ask(
                actor,
                id,
                integrations,
                IntegrationForm.class,
                IntegrationForm::of,
                now -> choices.integration(),
                model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/intake/integration")
    @Transactional
    public String saveIntegration(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") IntegrationForm form,
            BindingResult errors,
            Answer answer) {
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        return pages.save(sent, integrations, form.read(words.today(), errors), choices::integration);
    }
}
