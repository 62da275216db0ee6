package nl.meedoen.participants.emergency.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Proof;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.emergency.Emergencies;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
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

/** Opens a dossier of another location for an hour, ends it, and shows what was opened. */
@Controller
class EmergencyController {

    record EmergencyForm(
            @NotBlank(message = "{emergency.number-needed}") @Size(max = 30) @Nullable
            String number,

            @NotBlank(message = "{emergency.reason-needed}")
            @Size(min = 10, max = 500, message = "{emergency.reason-length}")
            @NoCitizenNumber
            @Nullable
            String reason,

            @Nullable String password) {}

    record EmergencyPage(List<Emergencies.Opening> openings) {}

    private final Emergencies emergencies;
    private final Proof proof;
    private final Texts texts;

    EmergencyController(Emergencies emergencies, Proof proof, Texts texts) {
        this.emergencies = emergencies;
        this.proof = proof;
        this.texts = texts;
    }

    @Needs(Permission.EMERGENCY)
    @GetMapping("/emergency")
    String show(Actor actor, Model model) {
        model.addAttribute("page", new EmergencyPage(emergencies.recent(actor)));
        model.addAttribute("form", new EmergencyForm(null, null, null));
        return "participants/emergency/open";
    }

    @Needs(Permission.EMERGENCY)
    @PostMapping("/emergency")
    String open(
            Actor actor,
            @Valid @ModelAttribute("form") EmergencyForm form,
            BindingResult errors,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        // whoever finds the screen unlocked does not get in
        if (!errors.hasErrors()) {
            proof.check(actor.id(), form.password(), request, errors);
        }
        AtomicReference<@Nullable ParticipantId> opened = new AtomicReference<>();
        Attempt attempt = Attempt.of(
                errors,
                "number",
                () -> opened.set(emergencies.open(
                        actor, Objects.requireNonNull(form.number()), Objects.requireNonNull(form.reason()))));
        if (!attempt.isDone()) {
            attempt.answer(response);
            model.addAttribute("page", new EmergencyPage(emergencies.recent(actor)));
            return "participants/emergency/open";
        }
        return "redirect:/participants/" + opened.get();
    }

    @Needs(Permission.EMERGENCY)
    @PostMapping("/participants/{id}/emergency/end")
    String end(Actor actor, @PathVariable ParticipantId id, RedirectAttributes redirect) {
        emergencies.end(actor, id);
        Flash.ok(texts.of("emergency.ended")).on(redirect);
        return "redirect:/emergency";
    }
}
