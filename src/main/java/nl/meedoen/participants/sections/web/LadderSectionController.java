package nl.meedoen.participants.sections.web;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.LadderAnswers;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.form.LadderForm;
import nl.meedoen.participants.sections.records.LadderRecords;
import nl.meedoen.webkit.Flash;
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

/** The section with the questionnaire of the participation ladder; a coach may ask it too. */
@Controller
class LadderSectionController {

    private static final String PATH = "/participants/{id}/intake/ladder";

    private final SectionPages pages;
    private final Dossiers dossiers;
    private final Choices choices;
    private final LadderRecords ladders;
    private final Texts texts;
    private final Words words;

    LadderSectionController(
            SectionPages pages, Dossiers dossiers, Choices choices, LadderRecords ladders, Texts texts, Words words) {
        this.pages = pages;
        this.dossiers = dossiers;
        this.choices = choices;
        this.ladders = ladders;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.REACHABILITY_EDIT)
    @GetMapping(PATH)
    @Transactional
    public String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        dossiers.reach(actor, id);
        List<LadderRecords.Measured> measured = ladders.all(id);
        return pages.ask(
                actor,
                id,
                Section.LADDER,
                SectionPages.LIST,
                LadderForm.class,
                LadderForm.next(LadderRecords.next(measured), words.today()),
                choices.ladder(),
                entries(actor, id),
                model);
    }

    @Needs(Permission.REACHABILITY_EDIT)
    @PostMapping(PATH)
    @Transactional
    public String ask(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") LadderForm form,
            BindingResult errors,
            Answer answer) {
        dossiers.reach(actor, id);
        var sent = new SectionPages.Sent(actor, id, form, errors, answer);
        LadderAnswers answers = form.read(words.today(), errors);
        if (answers == null) {
            return pages.wrong(sent, Section.LADDER, choices.ladder(), entries(actor, id));
        }
        int rung = ladders.ask(
                actor, id, Objects.requireNonNull(form.moment()), answers, Objects.requireNonNull(form.on()));
        return answer.says(
                Flash.ok(texts.of(
                        "sections.rung-follows", rung, texts.of("webkit.rung." + rung), answers.growthPoints())),
                pages.saved(sent, Section.LADDER));
    }

    private List<SectionPage.Entry> entries(Actor actor, ParticipantId id) {
        List<SectionPage.Entry> entries = new ArrayList<>();
        for (Fact fact : ladders.known(actor, id)) {
            entries.add(new SectionPage.Entry(Uuids.next(), fact, false));
        }
        return entries;
    }
}
