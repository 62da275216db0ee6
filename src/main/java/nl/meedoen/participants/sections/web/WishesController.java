package nl.meedoen.participants.sections.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.WorkProfile;
import nl.meedoen.participants.sections.form.WishesForm;
import nl.meedoen.participants.sections.records.WorkProfileRecords;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The section with what somebody wants: occupations, which are added one by one, and a form for the rest. */
@Controller
class WishesController {

    private static final String PATH = "/participants/{id}/intake/wishes";

    private final SectionPages pages;
    private final Dossiers dossiers;
    private final Choices choices;
    private final OccupationSearch search;
    private final Occupations occupations;
    private final WorkProfileRecords profiles;
    private final Texts texts;

    WishesController(
            SectionPages pages,
            Dossiers dossiers,
            Choices choices,
            OccupationSearch search,
            Occupations occupations,
            WorkProfileRecords profiles,
            Texts texts) {
        this.pages = pages;
        this.dossiers = dossiers;
        this.choices = choices;
        this.search = search;
        this.occupations = occupations;
        this.profiles = profiles;
        this.texts = texts;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping(PATH)
    @Transactional
    public String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        return show(actor, id, null, model);
    }

    private String show(Actor actor, ParticipantId id, @Nullable String q, Model model) {
        dossiers.reach(actor, id);
        WorkProfile now = profiles.read(id);
        model.addAttribute("occupation", search.look(q, null));
        return pages.ask(
                actor,
                id,
                Section.WISHES,
                now,
                WishesForm.class,
                WishesForm.of(now),
                choices.wishes(),
                entries(id),
                model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH)
    @Transactional
    public String save(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") WishesForm form,
            BindingResult errors,
            Answer answer) {
        dossiers.reach(actor, id);
        answer.with("occupation", search.look(null, null));
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        return pages.save(sent, profiles, form.read(errors), choices::wishes);
    }

    /** Adds the occupation that was chosen; or, with the button beside the box, shows which are called like that. */
    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH + "/occupations")
    @Transactional
    public String wish(
            Actor actor,
            @PathVariable ParticipantId id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String occupation,
            @RequestParam(name = "search", required = false) @Nullable String looking,
            Answer answer) {
        dossiers.reach(actor, id);
        Occupation chosen = occupations.find(occupation).orElse(null);
        boolean searching = looking != null;
        if (searching || chosen == null) {
            answer.with("occupationMissing", !searching);
            return answer.again(searching ? Attempt.DONE : Attempt.REFUSED, show(actor, id, q, answer.model()));
        }
        profiles.wish(actor, id, chosen);
        return answer.go(Flash.ok(texts.of("sections.wish-added", chosen.label())), "/participants/{id}/intake/wishes");
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH + "/occupations/{wish}/remove")
    @Transactional
    public String drop(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID wish, Answer answer) {
        profiles.drop(actor, id, wish);
        return pages.removed(id, Section.WISHES, answer);
    }

    private List<SectionPage.Entry> entries(ParticipantId id) {
        return profiles.wishes(id).stream()
                .map(wish -> new SectionPage.Entry(
                        wish.id(),
                        Fact.of(wish.occupation().label(), wish.occupation().group()),
                        false))
                .toList();
    }
}
