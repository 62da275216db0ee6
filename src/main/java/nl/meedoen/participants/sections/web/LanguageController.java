package nl.meedoen.participants.sections.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.LanguageMeasurement.Skill;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.form.LanguageForm;
import nl.meedoen.participants.sections.records.LanguageRecords;
import nl.meedoen.webkit.Texts;
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

/** The section with levels of Dutch: measurements are added, and stay. */
@Controller
class LanguageController {

    private static final String PATH = "/participants/{id}/intake/language";

    private final SectionPages pages;
    private final Dossiers dossiers;
    private final Choices choices;
    private final LanguageRecords levels;
    private final Texts texts;
    private final Words words;

    LanguageController(
            SectionPages pages, Dossiers dossiers, Choices choices, LanguageRecords levels, Texts texts, Words words) {
        this.pages = pages;
        this.dossiers = dossiers;
        this.choices = choices;
        this.levels = levels;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping(PATH)
    @Transactional
    public String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        dossiers.reach(actor, id);
        return pages.ask(
                actor,
                id,
                Section.LANGUAGE,
                SectionPages.LIST,
                LanguageForm.class,
                LanguageForm.on(words.today()),
                choices.language(),
                entries(id),
                model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH)
    @Transactional
    public String measure(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") LanguageForm form,
            BindingResult errors,
            Answer answer) {
        dossiers.reach(actor, id);
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        Map<Skill, LanguageLevel> measured = form.levels(words.today(), errors);
        if (errors.hasErrors()) {
            return pages.wrong(sent, Section.LANGUAGE, choices.language(), entries(id));
        }
        levels.measure(actor, id, measured, Objects.requireNonNull(form.source()), Objects.requireNonNull(form.on()));
        return pages.saved(sent, Section.LANGUAGE);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH + "/{measurement}/remove")
    @Transactional
    public String remove(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID measurement, Answer answer) {
        levels.remove(actor, id, measurement);
        return pages.removed(id, Section.LANGUAGE, answer);
    }

    private List<SectionPage.Entry> entries(ParticipantId id) {
        return levels.all(id).stream()
                .map(m -> new SectionPage.Entry(
                        m.id(),
                        Fact.of(
                                texts.of(m.skill()) + ": " + texts.of(m.level()),
                                texts.of(m.source()) + " · " + words.fullDate(m.on()) + " · " + m.by()),
                        false))
                .toList();
    }
}
