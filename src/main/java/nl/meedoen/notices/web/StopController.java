package nl.meedoen.notices.web;

import jakarta.servlet.http.HttpServletResponse;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Anyone;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.notices.digest.DigestChoices;
import nl.meedoen.notices.digest.DigestRhythm;
import nl.meedoen.notices.digest.StopLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Stops the digest from the mail itself, without signing in. Opening the address changes nothing, for programs that look
 * into mail open every address in it; the button, and the mail program's own (RFC 8058), post to it.
 */
@Controller
class StopController {

    private final StopLinks links;
    private final DigestChoices choices;

    StopController(StopLinks links, DigestChoices choices) {
        this.links = links;
        this.choices = choices;
    }

    @Anyone
    @GetMapping("/digest/stop/{token}")
    String ask(@PathVariable String token, Model model, HttpServletResponse response) {
        return page(links.read(token).isPresent() ? "ask" : "ended", model, response);
    }

    @Anyone
    @PostMapping("/digest/stop/{token}")
    String stop(@PathVariable String token, Model model, HttpServletResponse response) {
        AccountId account = links.read(token).orElse(null);
        if (account == null) {
            return page("ended", model, response);
        }
        ActingAs.halfway(account, () -> {
            choices.choose(account, DigestRhythm.NONE);
            return true;
        });
        return page("stopped", model, response);
    }

    private static String page(String state, Model model, HttpServletResponse response) {
        if ("ended".equals(state)) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute("state", state);
        return "notices/stop";
    }
}
