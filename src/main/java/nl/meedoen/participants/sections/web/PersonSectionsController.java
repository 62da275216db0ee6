package nl.meedoen.participants.sections.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.reference.LanguageFinder;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.form.IdentityForm;
import nl.meedoen.participants.sections.form.ReachForm;
import nl.meedoen.participants.sections.records.IdentityRecords;
import nl.meedoen.participants.sections.records.ReachRecords;
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

/** The sections about who somebody is and how they can be reached. */
@Controller
class PersonSectionsController {

    private final SectionPages pages;
    private final Choices choices;
    private final IdentityRecords identities;
    private final ReachRecords reaches;
    private final Words words;

    PersonSectionsController(
            SectionPages pages, Choices choices, IdentityRecords identities, ReachRecords reaches, Words words) {
        this.pages = pages;
        this.choices = choices;
        this.identities = identities;
        this.reaches = reaches;
        this.words = words;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/intake/identity")
    @Transactional
    public String identity(Actor actor, @PathVariable ParticipantId id, Model model) {
        return pages.ask(actor, id, identities, IdentityForm.class, IdentityForm::of, now -> choices.identity(), model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/intake/identity")
    @Transactional
    public String saveIdentity(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") IdentityForm form,
            BindingResult errors,
            Answer answer) {
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        return pages.save(sent, identities, form.read(words.today(), errors), choices::identity);
    }

    @Needs(Permission.REACHABILITY_EDIT)
    @GetMapping("/participants/{id}/intake/reachability")
    @Transactional
    public String reachability(Actor actor, @PathVariable ParticipantId id, Model model) {
        String view = pages.ask(actor, id, reaches, ReachForm.class, ReachForm::of, now -> Map.of(), model);
        if (model.getAttribute("form") instanceof ReachForm form) {
            model.addAttribute("language", LanguageFinder.look(form.languageQuery(), form.language()));
        }
        return view;
    }

    @Needs(Permission.REACHABILITY_EDIT)
    @PostMapping("/participants/{id}/intake/reachability")
    @Transactional
    public String saveReachability(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") ReachForm form,
            BindingResult errors,
            Answer answer) {
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        answer.with("language", LanguageFinder.look(form.languageQuery(), form.language()));
        if (sent.searching()) {
            return pages.wrong(sent, Section.REACHABILITY, Map.of(), List.of());
        }
        return pages.save(sent, reaches, form.read(errors), Map::of);
    }
}
