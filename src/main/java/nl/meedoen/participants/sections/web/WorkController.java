package nl.meedoen.participants.sections.web;

import jakarta.validation.Valid;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.WorkExperience;
import nl.meedoen.participants.sections.form.WorkForm;
import nl.meedoen.participants.sections.records.WorkRecords;
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

/** The section with work that somebody did: a list, to which one adds, and in which one corrects. */
@Controller
class WorkController {

    private static final String PATH = "/participants/{id}/intake/work";

    private final SectionPages pages;
    private final EntryPages list;
    private final OccupationSearch search;
    private final Occupations occupations;
    private final WorkRecords works;
    private final Words words;

    WorkController(
            SectionPages pages,
            EntryPages list,
            OccupationSearch search,
            Occupations occupations,
            WorkRecords works,
            Words words) {
        this.pages = pages;
        this.list = list;
        this.search = search;
        this.occupations = occupations;
        this.works = works;
        this.words = words;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping(PATH)
    @Transactional
    public String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        String view = list.ask(actor, id, works, WorkForm.class, WorkForm.empty(), Map.of(), model);
        if (model.getAttribute("form") instanceof WorkForm form) {
            found(form, model);
        }
        return view;
    }

    /** Adds one; or, with the button beside the search box, only shows which occupations are called like that. */
    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH)
    @Transactional
    public String add(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") WorkForm form,
            BindingResult errors,
            Answer answer) {
        found(form, answer.model());
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        WorkExperience typed = sent.searching() ? null : form.read(occupations, words.today(), errors);
        return list.add(sent, works, typed, Map.of());
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping(PATH + "/{work}")
    @Transactional
    public String edit(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID work, Model model) {
        SectionPage page = list.editing(actor, id, works, work, Map.of());
        WorkExperience now = works.find(id, work);
        WorkForm form = WorkForm.of(
                now, occupations.find(now.occupation()).map(Occupation::label).orElse(""));
        found(form, model);
        model.addAttribute("form", form);
        model.addAttribute("page", page);
        return SectionPages.VIEW;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH + "/{work}")
    @Transactional
    public String correct(
            Actor actor,
            @PathVariable ParticipantId id,
            @PathVariable UUID work,
            @Valid @ModelAttribute("form") WorkForm form,
            BindingResult errors,
            Answer answer) {
        SectionPage page = list.editing(actor, id, works, work, Map.of());
        found(form, answer.model());
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        WorkExperience typed = sent.searching() ? null : form.read(occupations, words.today(), errors);
        return list.correct(sent, page, works, work, typed);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH + "/{work}/remove")
    @Transactional
    public String remove(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID work, Answer answer) {
        works.remove(actor, id, work);
        return pages.removed(id, Section.WORK, answer);
    }

    private void found(WorkForm form, Model model) {
        model.addAttribute("occupation", search.look(form.q(), form.occupation()));
    }
}
