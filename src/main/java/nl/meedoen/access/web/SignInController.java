package nl.meedoen.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Actor;
import nl.meedoen.access.ActorOfRequest;
import nl.meedoen.access.Anyone;
import nl.meedoen.access.SignInHints;
import nl.meedoen.access.halfway.Halfway;
import nl.meedoen.access.provider.ProviderRegistration;
import nl.meedoen.access.provider.ProviderSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** The front door: signing in, a forgotten password, the language, and the way to one's own first page. */
@Controller
class SignInController {

    private final Accounts accounts;
    private final ObjectProvider<SignInHints> hints;
    private final LocaleResolver languages;
    private final Halfway halfway;
    private final ProviderSettings provider;

    SignInController(
            Accounts accounts,
            ObjectProvider<SignInHints> hints,
            LocaleResolver languages,
            Halfway halfway,
            ProviderSettings provider) {
        this.halfway = halfway;
        this.provider = provider;
        this.accounts = accounts;
        this.hints = hints;
        this.languages = languages;
    }

    @Anyone
    @GetMapping("/login")
    String login(@Nullable Actor actor, Model model, HttpServletRequest request) {
        if (actor != null) {
            return "redirect:" + actor.role().home();
        }
        Halfway.Person person = halfway.of(request);
        if (person != null) {
            return "redirect:" + person.page();
        }
        if (provider.on()) {
            model.addAttribute("provider", provider.label())
                    .addAttribute("providerPath", ProviderRegistration.BEGIN + "/" + ProviderRegistration.ID);
        }
        hints.ifAvailable(known ->
                model.addAttribute("demoAccounts", known.accounts()).addAttribute("demoPassword", known.password()));
        return "access/login";
    }

    @Anyone
    @GetMapping("/")
    String home(@Nullable Actor actor) {
        return "redirect:" + (actor == null ? "/login" : actor.role().home());
    }

    @Anyone
    @GetMapping("/forgot")
    String forgot() {
        return "access/forgot";
    }

    /** Says the same whether or not the address has an account (ASVS 6.3.8). */
    @Anyone
    @PostMapping("/forgot")
    String sendLink(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        if (!email.isBlank()) {
            accounts.forgotten(email, request.getRemoteAddr());
        }
        return "access/forgot-sent";
    }

    @Anyone
    @PostMapping("/language")
    String speak(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            @Nullable Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        String known = "en".equals(language) ? "en" : "nl";
        languages.setLocale(request, response, Locale.forLanguageTag(known));
        if (actor != null) {
            accounts.speak(actor.id(), known);
        }
        return "redirect:" + (back.matches("/(?!/)[^\\p{Cntrl}\\\\]*") ? back : "/");
    }

    /** Goes on in another of one's own roles. */
    @Anyone(signedIn = true)
    @PostMapping("/account/role")
    String choose(@RequestParam String role, Actor actor, HttpServletRequest request) {
        return actor.roles().stream()
                .filter(own -> own.name().equals(role))
                .findFirst()
                .map(own -> {
                    request.getSession().setAttribute(ActorOfRequest.CHOSEN_ROLE, own.name());
                    return "redirect:" + own.home();
                })
                .orElse("redirect:/");
    }
}
