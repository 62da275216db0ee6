package nl.meedoen.participants.sections.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.WorkExperience;
import nl.meedoen.participants.sections.form.WorkForm;
import nl.meedoen.participants.sections.records.WorkRecords;
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

/** The section with work that somebody did: a list, to which one adds, and in which one corrects. */
@Controller
class WorkController {

    private static final String PATH = "/participants/{id}/intake/work";

    private final SectionPages pages;
    private final Dossiers dossiers;
    private final OccupationSearch search;
    private final Occupations occupations;
    private final WorkRecords works;
    private final Texts texts;
    private final Words words;

    WorkController(
            SectionPages pages,
            Dossiers dossiers,
            OccupationSearch search,
            Occupations occupations,
            WorkRecords works,
            Texts texts,
            Words words) {
        this.pages = pages;
        this.dossiers = dossiers;
        this.search = search;
        this.occupations = occupations;
        this.works = works;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping(PATH)
    @Transactional
    public String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        dossiers.reach(actor, id);
        String view = pages.ask(
                actor,
                id,
                Section.WORK,
                SectionPages.LIST,
                WorkForm.class,
                WorkForm.empty(),
                Map.of(),
                entries(id, null),
                model);
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
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(name = "search", required = false) @Nullable String looking,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        dossiers.reach(actor, id);
        found(form, model);
        var sent = new SectionPages.Sent(actor, id, form, errors, version, "stay", model, redirect, response);
        boolean searching = looking != null;
        WorkExperience typed = searching ? null : form.read(occupations, words.today(), errors);
        if (typed == null) {
            String view = pages.wrong(sent, Section.WORK, Map.of(), entries(id, null));
            response.setStatus(searching ? 200 : 422);
            return view;
        }
        works.add(actor, id, typed);
        return pages.saved(sent, Section.WORK);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping(PATH + "/{work}")
    @Transactional
    public String edit(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID work, Model model) {
        SectionPage page = editing(actor, id, work);
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
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(name = "search", required = false) @Nullable String looking,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        SectionPage page = editing(actor, id, work);
        found(form, model);
        var sent = new SectionPages.Sent(actor, id, form, errors, version, "stay", model, redirect, response);
        boolean searching = looking != null;
        WorkExperience typed = searching ? null : form.read(occupations, words.today(), errors);
        if (typed == null) {
            String view = pages.again(sent, page.seen(String.valueOf(version), null));
            response.setStatus(searching ? 200 : 422);
            return view;
        }
        try {
            works.correct(actor, id, work, typed, version);
        } catch (StaleVersion somebodyElse) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return pages.stale(sent, page, works.fact(works.find(id, work)), works.fact(typed));
        }
        return pages.saved(sent, Section.WORK);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH + "/{work}/remove")
    @Transactional
    public String remove(
            Actor actor, @PathVariable ParticipantId id, @PathVariable UUID work, RedirectAttributes redirect) {
        works.remove(actor, id, work);
        Flash.ok(texts.of("sections.removed")).on(redirect);
        return "redirect:/participants/" + id + "/intake/work";
    }

    private void found(WorkForm form, Model model) {
        model.addAttribute("occupation", search.look(form.q(), form.occupation()));
    }

    private SectionPage editing(Actor actor, ParticipantId id, UUID work) {
        dossiers.reach(actor, id);
        return pages.page(actor, id, Section.WORK, Map.of())
                .listing(entries(id, work))
                .correcting(
                        work, "/participants/" + id + "/intake/work/" + work, Intake.fingerprint(works.find(id, work)));
    }

    private List<SectionPage.Entry> entries(ParticipantId id, @Nullable UUID editing) {
        return works.all(id).stream()
                .map(entry -> new SectionPage.Entry(
                        entry.id(), works.fact(entry.work()), entry.id().equals(editing)))
                .toList();
    }
}
