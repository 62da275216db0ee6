package nl.meedoen.plans.dream;

import static nl.meedoen.access.Permission.PLAN_EDIT;
import static nl.meedoen.access.Permission.PLAN_VIEW;

import jakarta.validation.Valid;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import nl.meedoen.webkit.form.SentForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dream job of a participant: chosen, compared, made into steps, with a job on the way. */
@Controller
class DreamController {

    private static final String PATH = "/participants/{id}/dream";
    private static final String PAGE = "plans/dream/page";
    private static final String BRIDGE = "plans/dream/bridge";

    private final DreamPages pages;
    private final Dreams dreams;
    private final Texts texts;

    DreamController(DreamPages pages, Dreams dreams, Texts texts) {
        this.pages = pages;
        this.dreams = dreams;
        this.texts = texts;
    }

    @Needs(PLAN_VIEW)
    @GetMapping(PATH)
    String show(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("page", pages.page(actor, id));
        model.addAttribute("find", pages.look(null, null));
        return PAGE;
    }

    /** Chooses the occupation; or, with the button beside the box, shows which are called like that. */
    @Needs(PLAN_EDIT)
    @PostMapping(PATH)
    String choose(
            @PathVariable ParticipantId id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String occupation,
            @RequestParam(name = "search", required = false) @Nullable String looking,
            Actor actor,
            Answer answer) {
        Occupation chosen = pages.find(occupation).orElse(null);
        if (looking != null || chosen == null) {
            answer.with("page", pages.page(actor, id));
            answer.with("find", pages.look(q, occupation));
            answer.with("missing", looking == null);
            return answer.again(looking == null ? Attempt.REFUSED : Attempt.DONE, PAGE);
        }
        dreams.choose(actor, id, chosen);
        return answer.go(Flash.ok(texts.of("dream.chosen", chosen.label())), back(id));
    }

    @Needs(PLAN_EDIT)
    @PostMapping(PATH + "/{dream}/steps")
    String close(
            @PathVariable ParticipantId id,
            @PathVariable DreamId dream,
            @RequestParam(required = false) @Nullable String gap,
            Actor actor,
            Answer answer) {
        return answer.go(
                Flash.ok(texts.of("dream.step-made", dreams.close(actor, id, dream, gap == null ? "" : gap))),
                back(id));
    }

    @Needs(PLAN_EDIT)
    @GetMapping(PATH + "/{dream}/bridge")
    String askBridge(@PathVariable ParticipantId id, @PathVariable DreamId dream, Actor actor, Model model) {
        Dream now = pages.dream(actor, id, dream);
        return bridge(
                id, actor, now, new BridgeForm(null, now.bridge(), now.bridgeReason(), now.version()), null, model);
    }

    @Needs(PLAN_EDIT)
    @PostMapping(PATH + "/{dream}/bridge")
    String writeBridge(
            @PathVariable ParticipantId id,
            @PathVariable DreamId dream,
            @Valid @ModelAttribute("form") BridgeForm form,
            BindingResult errors,
            @RequestParam(name = "search", required = false) @Nullable String looking,
            Actor actor,
            Answer answer) {
        Dream now = pages.dream(actor, id, dream);
        if (looking != null) {
            return bridge(id, actor, now, form, null, answer.model());
        }
        Attempt attempt = Attempt.of(
                errors,
                () -> dreams.bridge(
                        actor,
                        id,
                        dream,
                        SentForm.version(form.version()),
                        pages.find(form.occupation()).orElse(null),
                        form.reason()));
        if (attempt.isDone()) {
            return answer.go(Flash.ok(texts.of("dream.bridge-saved")), back(id));
        }
        Dream since = pages.dream(actor, id, dream);
        if (attempt.isStale()) {
            return answer.again(attempt, bridge(id, actor, since, form.at(since.version()), since, answer.model()));
        }
        String view = bridge(id, actor, since, form, null, answer.model());
        return answer.showing(form, errors).again(attempt, view);
    }

    private String bridge(
            ParticipantId id, Actor actor, Dream now, BridgeForm form, @Nullable Dream theirs, Model model) {
        model.addAttribute(
                "page",
                FormFrame.of(
                        id,
                        pages.person(actor, id),
                        pages.name(now.occupation()),
                        theirs == null
                                ? null
                                : Fact.list(
                                        "dream.bridge",
                                        theirs.bridge() == null ? null : pages.name(theirs.bridge()),
                                        "dream.bridge-reason",
                                        theirs.bridgeReason())));
        model.addAttribute("dream", now.id());
        model.addAttribute("form", form);
        model.addAttribute("find", pages.look(form.q(), form.occupation()));
        return BRIDGE;
    }

    private static String back(ParticipantId id) {
        return "/participants/" + id + "/dream";
    }
}
