package nl.meedoen.plans.network.web;

import static nl.meedoen.access.Permission.NETWORK_SEARCH;
import static nl.meedoen.access.Permission.PLAN_EDIT;
import static nl.meedoen.access.Permission.PLAN_VIEW;

import jakarta.validation.Valid;
import java.util.Objects;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.network.AcquaintanceId;
import nl.meedoen.plans.network.Introduction;
import nl.meedoen.plans.network.IntroductionId;
import nl.meedoen.plans.network.Introductions;
import nl.meedoen.plans.network.Networks;
import nl.meedoen.plans.network.Via;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
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

/** The introductions of a participant. */
@Controller
class IntroductionController {

    private static final String PATH = "/participants/{id}/network";
    private static final String NEW = "plans/network/new";
    private static final String PROGRESS = "plans/network/progress";
    private static final String ASK = "plans/network/ask";

    private final IntroductionPages pages;
    private final Introductions introductions;
    private final Texts texts;
    private final Words words;

    IntroductionController(IntroductionPages pages, Introductions introductions, Texts texts, Words words) {
        this.pages = pages;
        this.introductions = introductions;
        this.texts = texts;
        this.words = words;
    }

    @Needs(PLAN_VIEW)
    @GetMapping(PATH)
    String show(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("page", pages.page(actor, id));
        return "plans/network/page";
    }

    @Needs(PLAN_EDIT)
    @GetMapping(PATH + "/new")
    String begin(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("form", new IntroductionForm(null, null, null, words.today()));
        model.addAttribute("page", pages.form(actor, id, null, null));
        return NEW;
    }

    @Needs(PLAN_EDIT)
    @PostMapping(PATH)
    String add(
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") IntroductionForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        Attempt attempt = Attempt.of(errors, "on", () -> introductions.ask(actor, id, form.request(), null));
        if (attempt.isDone()) {
            return answer.go(Flash.ok(texts.of("network.saved")), IntroductionPage.back(id));
        }
        return answer.with("page", pages.form(actor, id, null, null))
                .showing(form, errors)
                .again(attempt, NEW);
    }

    @Needs(PLAN_EDIT)
    @GetMapping(PATH + "/{introduction}")
    String open(@PathVariable ParticipantId id, @PathVariable IntroductionId introduction, Actor actor, Model model) {
        Introduction now = pages.find(actor, id, introduction);
        model.addAttribute("form", ProgressForm.of(now));
        model.addAttribute("page", pages.form(actor, id, now, null));
        return PROGRESS;
    }

    @Needs(PLAN_EDIT)
    @PostMapping(PATH + "/{introduction}")
    String proceed(
            @PathVariable ParticipantId id,
            @PathVariable IntroductionId introduction,
            @Valid @ModelAttribute("form") ProgressForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        Introduction before = pages.find(actor, id, introduction);
        form.check(errors);
        Attempt attempt = Attempt.of(
                errors,
                "on",
                () -> introductions.proceed(actor, id, introduction, SentForm.version(form.version()), form.is()));
        if (attempt.isDone()) {
            return answer.go(Flash.ok(texts.of("network.saved")), IntroductionPage.back(id));
        }
        Introduction theirs = attempt.isStale() ? pages.find(actor, id, introduction) : null;
        answer.with("page", pages.form(actor, id, before, theirs));
        return (theirs == null ? answer.showing(form, errors) : answer.anew(form.at(theirs.version())))
                .again(attempt, PROGRESS);
    }

    @Needs(NETWORK_SEARCH)
    @GetMapping(PATH + "/ask/{acquaintance}")
    String beginAsking(
            @PathVariable ParticipantId id, @PathVariable AcquaintanceId acquaintance, Actor actor, Model model) {
        model.addAttribute("form", new AskForm(null));
        model.addAttribute("page", pages.form(actor, id, null, null));
        model.addAttribute("hit", pages.found(actor, acquaintance));
        return ASK;
    }

    @Needs(NETWORK_SEARCH)
    @PostMapping(PATH + "/ask/{acquaintance}")
    String ask(
            @PathVariable ParticipantId id,
            @PathVariable AcquaintanceId acquaintance,
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        Networks.Hit hit = pages.found(actor, acquaintance);
        answer.with("page", pages.form(actor, id, null, null)).with("hit", hit);
        Attempt attempt = Attempt.of(
                errors,
                () -> introductions.ask(
                        actor,
                        id,
                        new Introductions.Request(
                                Via.COACH, hit.organisation(), Objects.requireNonNull(form.wanted()), words.today()),
                        hit.owner()));
        if (attempt.isDone()) {
            return answer.go(Flash.ok(texts.of("network.asked-saved", hit.ownerName())), IntroductionPage.back(id));
        }
        return answer.showing(form, errors).again(attempt, ASK);
    }
}
