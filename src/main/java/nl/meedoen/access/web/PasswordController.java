package nl.meedoen.access.web;

import jakarta.servlet.http.HttpServletResponse;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Anyone;
import nl.meedoen.access.OneTimeLinks;
import nl.meedoen.access.Passwords;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Choosing a password through a one-time link: after an invitation or when it was forgotten. */
@Controller
class PasswordController {

    record PasswordForm(@Nullable String password) {}

    private final OneTimeLinks links;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Texts texts;

    PasswordController(OneTimeLinks links, Passwords passwords, Accounts accounts, Texts texts) {
        this.links = links;
        this.passwords = passwords;
        this.accounts = accounts;
        this.texts = texts;
    }

    @Anyone
    @GetMapping("/password/{token}")
    String ask(
            @PathVariable String token,
            @ModelAttribute("form") PasswordForm form,
            Model model,
            HttpServletResponse response) {
        return links.look(token).map(holder -> page(holder, token, model)).orElseGet(() -> {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "access/link-ended";
        });
    }

    @Anyone
    @PostMapping("/password/{token}")
    @Transactional
    public String choose(
            @PathVariable String token,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        OneTimeLinks.Holder holder = links.look(token).orElse(null);
        if (holder == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "access/link-ended";
        }
        String wanted = form.password() == null ? "" : form.password();
        passwords
                .objection(wanted, accounts.summary(holder.account()).email())
                .ifPresent(code -> errors.rejectValue("password", code));
        if (errors.hasErrors()) {
            response.setStatus(422);
            return page(holder, token, model);
        }
        OneTimeLinks.Holder owner = links.use(token).orElseThrow(NotFound::new);
        passwords.choose(owner.account(), wanted);
        accounts.endSessions(owner.account());
        Flash.ok(texts.of("access.password-chosen")).on(redirect);
        return "redirect:/login";
    }

    private String page(OneTimeLinks.Holder holder, String token, Model model) {
        model.addAttribute("token", token)
                .addAttribute("account", accounts.summary(holder.account()))
                .addAttribute("purpose", holder.purpose().name());
        return "access/reset";
    }
}
