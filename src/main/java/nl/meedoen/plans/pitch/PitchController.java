package nl.meedoen.plans.pitch;

import static nl.meedoen.access.Permission.PITCH_RATE;
import static nl.meedoen.access.Permission.PITCH_VIEW;
import static nl.meedoen.access.Permission.PLAN_EDIT;

import jakarta.validation.Valid;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import nl.meedoen.webkit.form.SentForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The pitch of a participant: written anew, rated, printed on a card. */
@Controller
class PitchController {

    private static final String PATH = "/participants/{id}/pitch";
    private static final String WRITE = "plans/pitch/write";
    private static final String RATE = "plans/pitch/rate";

    private final PitchPages pages;
    private final Pitches pitches;
    private final Texts texts;

    PitchController(PitchPages pages, Pitches pitches, Texts texts) {
        this.pages = pages;
        this.pitches = pitches;
        this.texts = texts;
    }

    @Needs(PITCH_VIEW)
    @GetMapping(PATH)
    String show(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("page", pages.page(actor, id));
        return "plans/pitch/page";
    }

    @Needs(PITCH_VIEW)
    @GetMapping(PATH + "/card")
    String card(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("page", pages.card(actor, id));
        return "plans/pitch/card";
    }

    @Needs(PLAN_EDIT)
    @GetMapping(PATH + "/new")
    String begin(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("form", PitchForm.of(pages.newest(actor, id)));
        model.addAttribute("page", pages.writing(actor, id, null));
        return WRITE;
    }

    @Needs(PLAN_EDIT)
    @PostMapping(PATH)
    String write(
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") PitchForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        form.check(errors);
        Attempt attempt =
                Attempt.of(errors, () -> pitches.write(actor, id, SentForm.version(form.version()), form.text()));
        if (attempt.isDone()) {
            return answer.go(Flash.ok(texts.of("pitch.saved")), PitchPage.back(id));
        }
        Pitch theirs = attempt.isStale() ? pages.newest(actor, id) : null;
        answer.with("page", pages.writing(actor, id, theirs));
        return (theirs == null ? answer.showing(form, errors) : answer.anew(form.at(theirs.number())))
                .again(attempt, WRITE);
    }

    @Needs(PITCH_RATE)
    @GetMapping(PATH + "/{pitch}/rating")
    String ask(@PathVariable ParticipantId id, @PathVariable PitchId pitch, Actor actor, Model model) {
        PitchPage.Frame page = pages.rating(actor, id, pitch);
        Pitch version = page.pitch();
        model.addAttribute("page", page);
        model.addAttribute("form", RatingForm.of(version == null ? null : PitchPages.mine(actor, version)));
        return RATE;
    }

    @Needs(PITCH_RATE)
    @PostMapping(PATH + "/{pitch}/rating")
    String rate(
            @PathVariable ParticipantId id,
            @PathVariable PitchId pitch,
            @Valid @ModelAttribute("form") RatingForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        PitchPage.Frame page = pages.rating(actor, id, pitch);
        Attempt attempt = Attempt.of(errors, () -> pitches.rate(actor, id, pitch, form.marks(), form.remark()));
        if (attempt.isDone()) {
            return answer.go(Flash.ok(texts.of("pitch.rated")), PitchPage.back(id));
        }
        return answer.with("page", page).showing(form, errors).again(attempt, RATE);
    }
}
