package nl.meedoen.participants.sections.web;

import jakarta.validation.Valid;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.sections.Background;
import nl.meedoen.participants.sections.form.BackgroundForm;
import nl.meedoen.participants.sections.records.BackgroundRecords;
import nl.meedoen.participants.sections.records.PermitKinds;
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

/** The section about origin, permit and benefit. */
@Controller
class BackgroundController {

    private final SectionPages pages;
    private final Choices choices;
    private final BackgroundRecords backgrounds;
    private final PermitKinds permits;
    private final Words words;

    BackgroundController(
            SectionPages pages, Choices choices, BackgroundRecords backgrounds, PermitKinds permits, Words words) {
        this.pages = pages;
        this.choices = choices;
        this.backgrounds = backgrounds;
        this.permits = permits;
        this.words = words;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/intake/background")
    @Transactional
    public String background(Actor actor, @PathVariable ParticipantId id, Model model) {
        return pages.ask(
                actor,
                id,
                backgrounds,
                BackgroundForm.class,
                BackgroundForm::of,
                now -> choices.background(actor, now),
                model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/intake/background")
    @Transactional
    public String saveBackground(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") BackgroundForm form,
            BindingResult errors,
            Answer answer) {
        Background typed = form.read(words.today(), errors);
        var kind = permits.find(form.permitKind());
        if (form.permitKind() != null && kind.isEmpty()) {
            errors.rejectValue("permitKind", "typeMismatch");
        } else if (kind.isPresent() && form.permitFrom() != null && !kind.get().existedOn(form.permitFrom())) {
            errors.rejectValue("permitKind", "sections.permit-then");
        }
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        return pages.save(sent, backgrounds, typed, () -> choices.background(actor, backgrounds.read(id)));
    }
}
