package nl.meedoen.plans.agreement;

import static nl.meedoen.access.Permission.PLAN_EDIT;
import static nl.meedoen.access.Permission.PLAN_VIEW;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Agreeing on the plan, and reading what was agreed. */
@Controller
class AgreementController {

    private static final String FORM = "plans/agree";

    record AgreeForm(
            @NotNull(message = "{plans.agreement-how-needed}")
            Agreements.@Nullable AgreedWay how,

            @NotNull(message = "{plans.day-needed}") @Nullable
            LocalDate agreedOn,

            @Size(max = 1000, message = "{plans.text-long}") @NoCitizenNumber @Nullable
            String objection,

            @Nullable String mark) {}

    private final Agreements agreements;
    private final AgreementPages pages;
    private final Texts texts;
    private final Words words;

    AgreementController(Agreements agreements, AgreementPages pages, Texts texts, Words words) {
        this.agreements = agreements;
        this.pages = pages;
        this.texts = texts;
        this.words = words;
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/plan/agreements/new")
    String begin(
            @PathVariable ParticipantId id,
            @RequestParam(required = false) @Nullable String beside,
            Actor actor,
            Model model) {
        AgreementPage.NewPage page = pages.begin(actor, id, beside);
        model.addAttribute("page", page);
        model.addAttribute("form", new AgreeForm(null, words.today(), null, page.mark()));
        return FORM;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/plan/agreements")
    String agree(
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") AgreeForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        if (form.agreedOn() != null && form.agreedOn().isAfter(words.today())) {
            errors.rejectValue("agreedOn", "plans.contact-in-future");
        }
        if (errors.hasErrors()) {
            answer.with("page", pages.begin(actor, id, null));
            return answer.showing(form, errors).again(FORM);
        }
        try {
            int number = agreements.agree(
                    actor,
                    id,
                    form.mark() == null ? "" : form.mark(),
                    Objects.requireNonNull(form.agreedOn()),
                    Objects.requireNonNull(form.how()),
                    form.objection());
            return answer.go(
                    Flash.ok(texts.of("plans.agreement.made", number)),
                    "/participants/" + id + "/plan/agreements/" + number);
        } catch (StaleVersion changed) {
            AgreementPage.NewPage now = pages.begin(actor, id, null).again();
            answer.with("page", now);
            return answer.with("form", new AgreeForm(form.how(), form.agreedOn(), form.objection(), now.mark()))
                    .again(Attempt.STALE, FORM);
        }
    }

    @Needs(PLAN_VIEW)
    @GetMapping("/participants/{id}/plan/agreements/{number}")
    String read(
            @PathVariable ParticipantId id,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String beside,
            Actor actor,
            Model model) {
        model.addAttribute("page", pages.read(actor, id, number, beside));
        return "plans/agreement";
    }
}
