package nl.meedoen.factors.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Anyone;
import nl.meedoen.access.SignInHappened;
import nl.meedoen.access.halfway.Arrival;
import nl.meedoen.access.halfway.Owed;
import nl.meedoen.access.halfway.Owing;
import nl.meedoen.factors.PasskeySignIn;
import nl.meedoen.factors.StepCheck;
import nl.meedoen.factors.passkey.Ask;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A passkey as the second step, and as a sign-in by itself. */
@Controller
class PasskeyStepController {

    private final Guest guest;
    private final StepCheck check;
    private final PasskeySignIn signIn;
    private final Challenges challenges;
    private final Ask ask;
    private final Arrival arrival;
    private final ApplicationEventPublisher events;
    private final Texts texts;

    PasskeyStepController(
            Guest guest,
            StepCheck check,
            PasskeySignIn signIn,
            Challenges challenges,
            Ask ask,
            Arrival arrival,
            ApplicationEventPublisher events,
            Texts texts) {
        this.guest = guest;
        this.check = check;
        this.signIn = signIn;
        this.challenges = challenges;
        this.ask = ask;
        this.arrival = arrival;
        this.events = events;
        this.texts = texts;
    }

    @Anyone(signedIn = true)
    @Owing(Owed.STEP)
    @PostMapping("/sign-in/step/passkey")
    String step(
            @Nullable Actor actor,
            @RequestParam(required = false) @Nullable String answer,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (actor != null) {
            return "redirect:" + actor.role().home();
        }
        AccountId account = guest.of(null, request).account();
        StepCheck.Outcome outcome = check.passkey(account, answer == null ? "" : answer, challenges.take(request));
        if (outcome.right()) {
            return "redirect:" + arrival.arrive(account, request, response);
        }
        String why = outcome.pause().isZero()
                ? texts.of("factors.passkey.wrong")
                : texts.of("factors.code-wait", Waiting.seconds(outcome.pause()));
        Flash.warn(why).on(redirect);
        return "redirect:/sign-in/step";
    }

    @Anyone
    @GetMapping("/sign-in/passkey")
    String begin(@Nullable Actor actor, Model model, HttpServletRequest request) {
        if (actor != null) {
            return "redirect:" + actor.role().home();
        }
        model.addAttribute("ask", ask.toUse(null, challenges.make(request)));
        return "factors/passkey-sign-in";
    }

    @Anyone
    @PostMapping("/sign-in/passkey")
    String alone(
            @Nullable Actor actor,
            @RequestParam(required = false) @Nullable String answer,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (actor != null) {
            return "redirect:" + actor.role().home();
        }
        Optional<AccountId> account = signIn.whose(answer == null ? "" : answer, challenges.take(request));
        if (account.isPresent()) {
            return "redirect:" + arrival.arrive(account.get(), request, response);
        }
        events.publishEvent(new SignInHappened(null, false, request.getRemoteAddr()));
        Flash.warn(texts.of("factors.passkey.wrong")).on(redirect);
        return "redirect:/sign-in/passkey";
    }
}
