package nl.meedoen.notices.web;

import java.util.Arrays;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Anyone;
import nl.meedoen.notices.digest.DigestChoices;
import nl.meedoen.notices.digest.DigestRhythm;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a person is told: the digest by mail. Part of the own account, in whatever role. */
@Controller
class NoticesController {

    private final DigestChoices choices;
    private final NoticesPages pages;
    private final Texts texts;

    NoticesController(DigestChoices choices, NoticesPages pages, Texts texts) {
        this.choices = choices;
        this.pages = pages;
        this.texts = texts;
    }

    @Anyone(signedIn = true)
    @GetMapping(NoticesPages.PATH)
    String show(Actor actor, Model model) {
        return pages.show(actor, null, model);
    }

    @Anyone(signedIn = true)
    @PostMapping(NoticesPages.PATH)
    String choose(Actor actor, @ModelAttribute("form") NoticesPages.RhythmForm form, RedirectAttributes redirect) {
        Optional<DigestRhythm> chosen = Arrays.stream(DigestRhythm.values())
                .filter(rhythm -> rhythm.name().equals(form.rhythm()))
                .findFirst();
        chosen.ifPresent(rhythm -> {
            choices.choose(actor.id(), rhythm);
            Flash.ok(texts.of("notices.account.saved")).on(redirect);
        });
        return "redirect:" + NoticesPages.PATH;
    }
}
