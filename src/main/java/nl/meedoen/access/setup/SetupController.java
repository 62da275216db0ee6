package nl.meedoen.access.setup;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import nl.meedoen.access.Anyone;
import nl.meedoen.access.Passwords;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page behind the link in the log: who is the first administrator? */
@Controller
class SetupController {

    record SetupForm(
            @NotBlank(message = "{access.name-needed}") @Size(max = 120, message = "{access.name-long}") @Nullable
            String name,

            @NotBlank(message = "{access.email-needed}")
            @Email(message = "{access.email-wrong}")
            @Size(max = 254, message = "{access.email-wrong}")
            @Nullable
            String email,

            @Nullable String password) {}

    private final FirstAdministrator first;
    private final Passwords passwords;
    private final Texts texts;

    SetupController(FirstAdministrator first, Passwords passwords, Texts texts) {
        this.first = first;
        this.passwords = passwords;
        this.texts = texts;
    }

    @Anyone
    @GetMapping("/setup/{token}")
    String ask(
            @PathVariable String token,
            @ModelAttribute("form") SetupForm form,
            BindingResult unread,
            Model model,
            HttpServletResponse response) {
        return first.works(token) ? page(token, model) : ended(response);
    }

    @Anyone
    @PostMapping("/setup/{token}")
    String begin(
            @PathVariable String token,
            @Valid @ModelAttribute("form") SetupForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        if (!first.works(token)) {
            return ended(response);
        }
        String email = form.email() == null ? "" : form.email();
        String name = form.name() == null ? "" : form.name();
        String password = form.password() == null ? "" : form.password();
        passwords.objection(password, email).ifPresent(code -> errors.rejectValue("password", code));
        if (errors.hasErrors()) {
            response.setStatus(422);
            return page(token, model);
        }
        if (!first.begin(token, name, email, password)) {
            return ended(response);
        }
        Flash.ok(texts.of("access.password-chosen")).on(redirect);
        return "redirect:/login";
    }

    private static String page(String token, Model model) {
        model.addAttribute("token", token);
        return "access/setup";
    }

    private static String ended(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "access/link-ended";
    }
}
