package nl.meedoen.factors.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Anyone;
import nl.meedoen.factors.OwnFactors;
import nl.meedoen.factors.SecondFactors;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Texts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recovery codes: shown until their owner has kept them, to print or as a file, and made anew. */
@Controller
class CodesController {

    private final Guest guest;
    private final OwnFactors own;
    private final SecondFactors factors;
    private final ShownCodes shown;
    private final Adding adding;
    private final Texts texts;

    CodesController(Guest guest, OwnFactors own, SecondFactors factors, ShownCodes shown, Adding adding, Texts texts) {
        this.guest = guest;
        this.own = own;
        this.factors = factors;
        this.shown = shown;
        this.adding = adding;
        this.texts = texts;
    }

    @Anyone(signedIn = true)
    @GetMapping("/account/second-step/codes")
    String show(Actor actor, Model model, HttpServletRequest request) {
        List<String> codes = shown.of(actor.id(), request);
        if (codes.isEmpty()) {
            return "redirect:/account/second-step";
        }
        model.addAttribute("codes", codes);
        return "factors/codes";
    }

    @Anyone(signedIn = true)
    @GetMapping("/account/second-step/codes.txt")
    ResponseEntity<String> file(Actor actor, HttpServletRequest request) {
        List<String> codes = shown.of(actor.id(), request);
        if (codes.isEmpty()) {
            throw new NotFound();
        }
        String text = texts.of("factors.codes.file") + "\r\n\r\n" + String.join("\r\n", codes) + "\r\n";
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"meedoen-codes.txt\"")
                .body(text);
    }

    @Anyone(signedIn = true)
    @PostMapping("/account/second-step/codes/kept")
    String kept(Actor actor, HttpServletRequest request) {
        shown.putAway(request);
        return "redirect:" + actor.role().home();
    }

    @Anyone(signedIn = true)
    @GetMapping("/account/second-step/codes/new")
    String ask(
            Actor actor,
            @ModelAttribute("form") OverviewController.PasswordForm form,
            BindingResult unread,
            Model model) {
        return OverviewController.question(question(actor), model);
    }

    @Anyone(signedIn = true)
    @PostMapping("/account/second-step/codes/new")
    String make(
            Actor actor,
            @ModelAttribute("form") OverviewController.PasswordForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        OverviewController.Question question = question(actor);
        Guest.Here here = guest.of(actor, request);
        guest.check(here, form.password(), request, errors);
        if (errors.hasErrors()) {
            response.setStatus(422);
            return OverviewController.question(question, model);
        }
        return adding.show(here, own.makeCodes(actor.id()), "factors.codes.made", redirect, request);
    }

    private OverviewController.Question question(Actor actor) {
        if (factors.of(actor.id()).count() == 0) {
            throw new NotFound();
        }
        return new OverviewController.Question(
                "/account/second-step/codes/new",
                "factors.codes.new",
                "factors.codes.new.text",
                "factors.codes.new.submit",
                null);
    }
}
