package nl.meedoen.plans.network.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.MunicipalityBox;
import nl.meedoen.people.Sectors;
import nl.meedoen.plans.network.Acquaintance;
import nl.meedoen.plans.network.AcquaintanceId;
import nl.meedoen.plans.network.AcquaintanceText;
import nl.meedoen.plans.network.Introduction;
import nl.meedoen.plans.network.IntroductionId;
import nl.meedoen.plans.network.Introductions;
import nl.meedoen.plans.network.Networks;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
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

/** A volunteer's own network, and what is asked of it. */
@Controller
class NetworkController {

    private static final String PATH = "/network";
    private static final String FORM = "plans/network/acquaintance";

    /** The own network, and what waits for an answer. */
    record OwnPage(List<Acquaintance> known, List<Introduction> asked) {}

    /** What was asked, and what one can answer. */
    record AnswerPage(Introduction asked, List<Option> answers) {}

    /** @param id null for a new one; {@code theirs} is what was saved elsewhere meanwhile */
    record FormPage(
            @Nullable AcquaintanceId id,
            List<Option> sectors,
            @Nullable AcquaintanceText theirs) {}

    private final Networks networks;
    private final Introductions introductions;
    private final MunicipalityBox municipalities;
    private final Texts texts;

    NetworkController(Networks networks, Introductions introductions, MunicipalityBox municipalities, Texts texts) {
        this.networks = networks;
        this.introductions = introductions;
        this.municipalities = municipalities;
        this.texts = texts;
    }

    @Needs(Permission.NETWORK_OWN)
    @GetMapping(PATH)
    String own(Actor actor, Model model) {
        model.addAttribute("page", new OwnPage(networks.own(actor), introductions.asked(actor)));
        return "plans/network/own";
    }

    @Needs(Permission.NETWORK_OWN)
    @GetMapping(PATH + "/new")
    String begin(Model model) {
        model.addAttribute("form", AcquaintanceForm.empty());
        return page(null, null, model);
    }

    @Needs(Permission.NETWORK_OWN)
    @PostMapping(PATH)
    String add(Actor actor, @Valid @ModelAttribute("form") AcquaintanceForm form, BindingResult errors, Answer answer) {
        Optional<Municipality> place = municipalities.one(form.place(), "place", errors);
        Attempt attempt = Attempt.of(
                errors,
                () -> networks.add(
                        actor, form.text(place.map(Municipality::code).orElse(null))));
        if (!attempt.isDone()) {
            return answer.again(attempt, page(null, null, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("network.own-saved", String.valueOf(form.organisation()))), PATH);
    }

    @Needs(Permission.NETWORK_OWN)
    @GetMapping(PATH + "/{acquaintance}")
    String open(Actor actor, @PathVariable AcquaintanceId acquaintance, Model model) {
        model.addAttribute("form", AcquaintanceForm.of(networks.find(actor, acquaintance)));
        return page(acquaintance, null, model);
    }

    @Needs(Permission.NETWORK_OWN)
    @PostMapping(PATH + "/{acquaintance}")
    String change(
            Actor actor,
            @PathVariable AcquaintanceId acquaintance,
            @Valid @ModelAttribute("form") AcquaintanceForm form,
            BindingResult errors,
            Answer answer) {
        networks.find(actor, acquaintance);
        Optional<Municipality> place = municipalities.one(form.place(), "place", errors);
        Attempt attempt = Attempt.of(
                errors,
                () -> networks.change(
                        actor,
                        acquaintance,
                        SentForm.version(form.version()),
                        form.text(place.map(Municipality::code).orElse(null))));
        if (attempt.isDone()) {
            return answer.go(Flash.ok(texts.of("network.own-saved", String.valueOf(form.organisation()))), PATH);
        }
        Acquaintance theirs = attempt.isStale() ? networks.find(actor, acquaintance) : null;
        if (theirs != null) {
            answer.anew(form.at(theirs.version()));
        }
        return answer.again(attempt, page(acquaintance, theirs == null ? null : theirs.text(), answer.model()));
    }

    @Needs(Permission.NETWORK_OWN)
    @PostMapping(PATH + "/{acquaintance}/remove")
    String remove(Actor actor, @PathVariable AcquaintanceId acquaintance, Answer answer) {
        String name = networks.find(actor, acquaintance).text().organisation();
        networks.remove(actor, acquaintance);
        return answer.go(
                Flash.ok(texts.of("network.removed", name))
                        .undo(PATH + "/" + acquaintance + "/restore", texts.of("webkit.undo")),
                PATH);
    }

    @Needs(Permission.NETWORK_OWN)
    @PostMapping(PATH + "/{acquaintance}/restore")
    String restore(Actor actor, @PathVariable AcquaintanceId acquaintance, Answer answer) {
        networks.restore(actor, acquaintance);
        return answer.go(Flash.ok(texts.of("network.restored")), PATH);
    }

    /** One of two buttons; the note may stay empty. */
    @Needs(Permission.NETWORK_OWN)
    @PostMapping(PATH + "/asked/{introduction}")
    String answer(
            Actor actor,
            @PathVariable IntroductionId introduction,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult errors,
            Answer answer) {
        Introduction asked = introductions.asked(actor).stream()
                .filter(one -> one.id().equals(introduction))
                .findFirst()
                .orElseThrow(NotFound::new);
        Attempt attempt = Attempt.of(
                errors, () -> introductions.answer(actor, introduction, Boolean.TRUE.equals(form.made()), form.note()));
        if (!attempt.isDone()) {
            return answer.with("page", new AnswerPage(asked, answers())).again(attempt, "plans/network/answer");
        }
        return answer.go(Flash.ok(texts.of("network.answered")), PATH);
    }

    private List<Option> answers() {
        return List.of(
                new Option("true", texts.of("network.answer-made")),
                new Option("false", texts.of("network.answer-declined")));
    }

    private String page(@Nullable AcquaintanceId id, @Nullable AcquaintanceText theirs, Model model) {
        model.addAttribute("page", new FormPage(id, sectors(texts), theirs));
        return FORM;
    }

    /** All sectors in words. */
    static List<Option> sectors(Texts texts) {
        return Sectors.CODES.stream()
                .map(code -> new Option(code, texts.of(Sectors.label(code))))
                .toList();
    }
}
