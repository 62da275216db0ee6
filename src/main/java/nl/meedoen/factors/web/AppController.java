package nl.meedoen.factors.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Anyone;
import nl.meedoen.access.halfway.Owed;
import nl.meedoen.access.halfway.Owing;
import nl.meedoen.factors.OwnFactors;
import nl.meedoen.factors.app.KeyAddress;
import nl.meedoen.webkit.view.QrCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adding an app with codes: the secret as a picture and as text, and a first code to show that it arrived. */
@Controller
class AppController {

    record AppForm(@Nullable String code, @Nullable String password) {}

    private static final Pattern FOUR = Pattern.compile(".{1,4}");

    private final Guest guest;
    private final OwnFactors own;
    private final Accounts accounts;
    private final Adding adding;

    AppController(Guest guest, OwnFactors own, Accounts accounts, Adding adding) {
        this.guest = guest;
        this.own = own;
        this.accounts = accounts;
        this.adding = adding;
    }

    @Anyone(signedIn = true)
    @Owing(Owed.FACTOR)
    @GetMapping("/account/second-step/app")
    String show(
            @Nullable Actor actor,
            @ModelAttribute("form") AppForm form,
            BindingResult unread,
            Model model,
            HttpServletRequest request) {
        return page(guest.of(actor, request), model);
    }

    @Anyone(signedIn = true)
    @Owing(Owed.FACTOR)
    @GetMapping(value = "/account/second-step/app/qr.svg", produces = "image/svg+xml")
    @ResponseBody
    String picture(@Nullable Actor actor, HttpServletRequest request) {
        Guest.Here here = guest.of(actor, request);
        String email = accounts.summary(here.account()).email();
        return QrCode.svg(KeyAddress.of(email, own.offeredSecret(here.account())));
    }

    @Anyone(signedIn = true)
    @Owing(Owed.FACTOR)
    @PostMapping("/account/second-step/app")
    String add(
            @Nullable Actor actor,
            @ModelAttribute("form") AppForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        Guest.Here here = guest.of(actor, request);
        guest.check(here, form.password(), request, errors);
        if (form.code() == null) {
            errors.rejectValue("code", "factors.code-needed");
        }
        Optional<List<String>> codes = Adding.of(
                errors,
                "code",
                "factors.first-code-wrong",
                () -> own.addApp(here.account(), form.code() == null ? "" : form.code()));
        if (codes.isEmpty()) {
            response.setStatus(422);
            return page(here, model);
        }
        return adding.done(here, codes.get(), "factors.added.app", redirect, request, response);
    }

    private String page(Guest.Here here, Model model) {
        List<String> groups = FOUR.matcher(own.offeredSecret(here.account()))
                .results()
                .map(MatchResult::group)
                .toList();
        model.addAttribute("groups", groups)
                .addAttribute("secret", String.join(" ", groups))
                .addAttribute("halfway", here.halfway() ? Boolean.TRUE : null);
        return "factors/app";
    }
}
