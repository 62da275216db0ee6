package nl.meedoen.factors.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Anyone;
import nl.meedoen.access.halfway.Owed;
import nl.meedoen.access.halfway.Owing;
import nl.meedoen.factors.OwnFactors;
import nl.meedoen.factors.SecondFactors;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second steps that a person has, and taking one away. */
@Controller
class OverviewController {

    record PasswordForm(@Nullable String password) {}

    /** What is about to be done: the address of the form, and the codes of its sentences. */
    record Question(
            String path,
            String titleKey,
            String textKey,
            String submitKey,
            @Nullable String name) {}

    private final Guest guest;
    private final SecondFactors factors;
    private final OwnFactors own;
    private final ShownCodes shown;
    private final Texts texts;

    OverviewController(Guest guest, SecondFactors factors, OwnFactors own, ShownCodes shown, Texts texts) {
        this.guest = guest;
        this.factors = factors;
        this.own = own;
        this.shown = shown;
        this.texts = texts;
    }

    @Anyone(signedIn = true)
    @Owing(Owed.FACTOR)
    @GetMapping("/account/second-step")
    String show(@Nullable Actor actor, Model model, HttpServletRequest request) {
        Guest.Here here = guest.of(actor, request);
        model.addAttribute("factors", factors.of(here.account()))
                .addAttribute("required", factors.required())
                .addAttribute("halfway", here.halfway() ? Boolean.TRUE : null);
        return "factors/overview";
    }

    @Anyone(signedIn = true)
    @GetMapping({"/account/second-step/app/remove", "/account/second-step/passkeys/{passkey}/remove"})
    String ask(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID passkey,
            @ModelAttribute("form") PasswordForm form,
            BindingResult unread,
            Model model) {
        return question(passkey == null ? aboutApp(actor) : aboutPasskey(actor, passkey), model);
    }

    @Anyone(signedIn = true)
    @PostMapping({"/account/second-step/app/remove", "/account/second-step/passkeys/{passkey}/remove"})
    String remove(
            Actor actor,
            @PathVariable(required = false) @Nullable UUID passkey,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        Question question = passkey == null ? aboutApp(actor) : aboutPasskey(actor, passkey);
        Guest.Here here = guest.of(actor, request);
        guest.check(here, form.password(), request, errors);
        Attempt attempt = Attempt.of(errors, "password", () -> {
            if (passkey == null) {
                own.removeApp(actor.id());
            } else {
                own.removePasskey(actor.id(), passkey);
            }
        });
        if (!attempt.isDone()) {
            attempt.answer(response);
            return question(question, model);
        }
        guest.changed(here, request, response);
        if (factors.of(actor.id()).count() == 0) {
            shown.putAway(request);
        }
        Flash.ok(texts.of("factors.removed")).on(redirect);
        return "redirect:/account/second-step";
    }

    private Question aboutApp(Actor actor) {
        if (factors.of(actor.id()).app() == null) {
            throw new NotFound();
        }
        return new Question(
                "/account/second-step/app/remove",
                "factors.remove.app",
                "factors.remove.app.text",
                "factors.remove.submit",
                null);
    }

    private Question aboutPasskey(Actor actor, UUID id) {
        SecondFactors.Passkey passkey = factors.of(actor.id()).passkeys().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new Question(
                "/account/second-step/passkeys/" + id + "/remove",
                "factors.remove.passkey",
                "factors.remove.passkey.text",
                "factors.remove.submit",
                passkey.name());
    }

    static String question(Question question, Model model) {
        model.addAttribute("question", question);
        return "factors/confirm";
    }
}
