package nl.meedoen.participants.sections.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.sections.Education;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.form.EducationForm;
import nl.meedoen.participants.sections.records.EducationRecords;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The section with schools and courses: a list, to which one adds, and in which one corrects. */
@Controller
class EducationController {

    private static final String PATH = "/participants/{id}/intake/education";

    private final SectionPages pages;
    private final Dossiers dossiers;
    private final Choices choices;
    private final EducationRecords educations;
    private final Texts texts;
    private final Words words;

    EducationController(
            SectionPages pages,
            Dossiers dossiers,
            Choices choices,
            EducationRecords educations,
            Texts texts,
            Words words) {
        this.pages = pages;
        this.dossiers = dossiers;
        this.choices = choices;
        this.educations = educations;
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
                Section.EDUCATION,
                SectionPages.LIST,
                EducationForm.class,
                EducationForm.empty(),
                choices.education(),
                entries(id, null),
                model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH)
    @Transactional
    public String add(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") EducationForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String version,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        dossiers.reach(actor, id);
        var sent = new SectionPages.Sent(actor, id, form, errors, version, "stay", model, redirect, response);
        Education typed = form.read(words.today(), errors);
        if (typed == null) {
            return pages.wrong(sent, Section.EDUCATION, choices.education(), entries(id, null));
        }
        educations.add(actor, id, typed);
        return pages.saved(sent, Section.EDUCATION);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping(PATH + "/{education}")
    @Transactional
    public String edit(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID education, Model model) {
        SectionPage page = editing(actor, id, education);
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
            @RequestParam(required = false) @Nullable String version,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        SectionPage page = editing(actor, id, education);
        var sent = new SectionPages.Sent(actor, id, form, errors, version, "stay", model, redirect, response);
        Education typed = form.read(words.today(), errors);
        if (typed == null) {
            return pages.again(sent, page.seen(String.valueOf(version), null));
        }
        try {
            educations.correct(actor, id, education, typed, version);
        } catch (StaleVersion somebodyElse) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return pages.stale(sent, page, educations.fact(educations.find(id, education)), educations.fact(typed));
        }
        return pages.saved(sent, Section.EDUCATION);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH + "/{education}/remove")
    @Transactional
    public String remove(
            Actor actor, @PathVariable ParticipantId id, @PathVariable UUID education, RedirectAttributes redirect) {
        educations.remove(actor, id, education);
        Flash.ok(texts.of("sections.removed")).on(redirect);
        return "redirect:/participants/" + id + "/intake/education";
    }

    private SectionPage editing(Actor actor, ParticipantId id, UUID education) {
        dossiers.reach(actor, id);
        return pages.page(actor, id, Section.EDUCATION, choices.education())
                .listing(entries(id, education))
                .correcting(
                        education,
                        "/participants/" + id + "/intake/education/" + education,
                        Intake.fingerprint(educations.find(id, education)));
    }

    private List<SectionPage.Entry> entries(ParticipantId id, @Nullable UUID editing) {
        return educations.all(id).stream()
                .map(entry -> new SectionPage.Entry(
                        entry.id(),
                        educations.fact(entry.education()),
                        entry.id().equals(editing)))
                .toList();
    }
}
