package nl.meedoen.factors.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Anyone;
import nl.meedoen.access.halfway.Arrival;
import nl.meedoen.access.halfway.Owed;
import nl.meedoen.access.halfway.Owing;
import nl.meedoen.factors.SecondFactors;
import nl.meedoen.factors.StepCheck;
import nl.meedoen.factors.passkey.Ask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The second step itself: a code after the password. */
@Controller
class StepController {

    record CodeForm(@Nullable String code) {}

    private final Guest guest;
    private final StepCheck check;
    private final SecondFactors factors;
    private final Challenges challenges;
    private final Ask ask;
    private final Arrival arrival;

    StepController(
            Guest guest, StepCheck check, SecondFactors factors, Challenges challenges, Ask ask, Arrival arrival) {
        this.challenges = challenges;
        this.ask = ask;
        this.guest = guest;
        this.check = check;
        this.factors = factors;
        this.arrival = arrival;
    }

    @Anyone(signedIn = true)
    @Owing(Owed.STEP)
    @GetMapping("/sign-in/step")
    String ask(
            @Nullable Actor actor,
            @ModelAttribute("form") CodeForm form,
            BindingResult unread,
            Model model,
            HttpServletRequest request) {
        return actor == null
                ? page(guest.of(null, request), model, request)
                : "redirect:" + actor.role().home();
    }

    @Anyone(signedIn = true)
    @Owing(Owed.STEP)
    @PostMapping("/sign-in/step")
    String answer(
            @Nullable Actor actor,
            @ModelAttribute("form") CodeForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (actor != null) {
            return "redirect:" + actor.role().home();
        }
        Guest.Here here = guest.of(null, request);
        if (form.code() == null) {
            errors.rejectValue("code", "factors.code-needed");
        } else {
            StepCheck.Outcome outcome = check.code(here.account(), form.code());
            if (outcome.right()) {
                return "redirect:" + arrival.arrive(here.account(), request, response);
            }
            if (outcome.pause().isZero()) {
                errors.rejectValue("code", "factors.code-wrong");
            } else {
                errors.rejectValue("code", "factors.code-wait", new Object[] {Waiting.seconds(outcome.pause())}, null);
            }
        }
        response.setStatus(422);
        return page(here, model, request);
    }

    private String page(Guest.Here here, Model model, HttpServletRequest request) {
        SecondFactors.Overview has = factors.of(here.account());
        model.addAttribute("factors", has).addAttribute("halfway", true);
        if (!has.passkeys().isEmpty()) {
            model.addAttribute("ask", ask.toUse(here.account(), challenges.make(request)));
        }
        return "factors/step";
    }
}
