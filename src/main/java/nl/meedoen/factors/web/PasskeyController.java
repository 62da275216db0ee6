package nl.meedoen.factors.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Anyone;
import nl.meedoen.access.halfway.Owed;
import nl.meedoen.access.halfway.Owing;
import nl.meedoen.factors.OwnFactors;
import nl.meedoen.factors.passkey.Ask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding a passkey. The browser makes it, by the one script of this room; the form brings it here. */
@Controller
class PasskeyController {

    record PasskeyForm(
            @Nullable String name,
            @Nullable String password,
            @Nullable String answer) {}

    private static final int LONGEST_NAME = 60;

    private final Guest guest;
    private final OwnFactors own;
    private final Accounts accounts;
    private final Challenges challenges;
    private final Ask ask;
    private final Adding adding;

    PasskeyController(Guest guest, OwnFactors own, Accounts accounts, Challenges challenges, Ask ask, Adding adding) {
        this.guest = guest;
        this.own = own;
        this.accounts = accounts;
        this.challenges = challenges;
        this.ask = ask;
        this.adding = adding;
    }

    @Anyone(signedIn = true)
    @Owing(Owed.FACTOR)
    @GetMapping("/account/second-step/passkey")
    String show(
            @Nullable Actor actor,
            @ModelAttribute("form") PasskeyForm form,
            BindingResult unread,
            Model model,
            HttpServletRequest request) {
        return page(guest.of(actor, request), model, request);
    }

    @Anyone(signedIn = true)
    @Owing(Owed.FACTOR)
    @PostMapping("/account/second-step/passkey")
    String add(
            @Nullable Actor actor,
            @ModelAttribute("form") PasskeyForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        Guest.Here here = guest.of(actor, request);
        byte[] challenge = challenges.take(request);
        String name = form.name() == null ? "" : form.name();
        if (name.isEmpty()) {
            errors.rejectValue("name", "factors.passkey.name-needed");
        } else if (name.length() > LONGEST_NAME) {
            errors.rejectValue("name", "factors.passkey.name-long");
        }
        guest.check(here, form.password(), request, errors);
        Optional<List<String>> codes = Adding.of(
                errors,
                "name",
                "factors.passkey.not-made",
                () -> form.answer() == null
                        ? Optional.empty()
                        : own.addPasskey(here.account(), form.answer(), challenge, name));
        if (codes.isEmpty()) {
            response.setStatus(422);
            return page(here, model, request);
        }
        return adding.done(here, codes.get(), "factors.added.passkey", redirect, request, response);
    }

    private String page(Guest.Here here, Model model, HttpServletRequest request) {
        Accounts.Summary owner = accounts.summary(here.account());
        model.addAttribute("ask", ask.toMake(here.account(), owner.email(), owner.name(), challenges.make(request)))
                .addAttribute("halfway", here.halfway() ? Boolean.TRUE : null);
        return "factors/passkey";
    }
}
