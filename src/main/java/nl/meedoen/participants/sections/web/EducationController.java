package nl.meedoen.participants.sections.web;

import jakarta.validation.Valid;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.form.EducationForm;
import nl.meedoen.participants.sections.records.EducationRecords;
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

/** The section with schools and courses: a list, to which one adds, and in which one corrects. */
@Controller
class EducationController {

    private static final String PATH = "/participants/{id}/intake/education";

    private final SectionPages pages;
    private final EntryPages list;
    private final Choices choices;
    private final EducationRecords educations;
    private final Words words;

    EducationController(
            SectionPages pages, EntryPages list, Choices choices, EducationRecords educations, Words words) {
        this.pages = pages;
        this.list = list;
        this.choices = choices;
        this.educations = educations;
        this.words = words;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping(PATH)
    @Transactional
    public String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        return list.ask(actor, id, educations, EducationForm.class, EducationForm.empty(), choices.education(), model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH)
    @Transactional
    public String add(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") EducationForm form,
            BindingResult errors,
            Answer answer) {
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        return list.add(sent, educations, form.read(words.today(), errors), choices.education());
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping(PATH + "/{education}")
    @Transactional
    public String edit(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID education, Model model) {
        SectionPage page = list.editing(actor, id, educations, education, choices.education());
        model.addAttribute("form", EducationForm.of(educations.find(id, education)));
        model.addAttribute("page", page);
        return SectionPages.VIEW;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH + "/{education}")
    @Transactional
    public String correct(
            Actor actor,
            @PathVariable ParticipantId id,
            @PathVariable UUID education,
            @Valid @ModelAttribute("form") EducationForm form,
            BindingResult errors,
            Answer answer) {
        SectionPage page = list.editing(actor, id, educations, education, choices.education());
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        return list.correct(sent, page, educations, education, form.read(words.today(), errors));
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH + "/{education}/remove")
    @Transactional
    public String remove(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID education, Answer answer) {
        educations.remove(actor, id, education);
        return pages.removed(id, Section.EDUCATION, answer);
    }
}
