package nl.meedoen.plans.web;

import static nl.meedoen.access.Permission.PLAN_EDIT;
import static nl.meedoen.access.Permission.PLAN_VIEW;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ActionPlans;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.plans.text.WishText;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import nl.meedoen.webkit.form.SentForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan tab, and the wish on it. */
@Controller
class PlanController {

    private static final String WISH_FORM = "plans/wish-form";

    private final PlanPages pages;
    private final PlanForms forms;
    private final ActionPlans plans;
    private final Texts texts;

    PlanController(PlanPages pages, PlanForms forms, ActionPlans plans, Texts texts) {
        this.pages = pages;
        this.forms = forms;
        this.plans = plans;
        this.texts = texts;
    }

    @Needs(PLAN_VIEW)
    @GetMapping("/participants/{id}/plan")
    String plan(
            @PathVariable ParticipantId id,
            @RequestParam(required = false) @Nullable String before,
            Actor actor,
            Model model) {
        PlanPages.Opened opened = pages.open(actor, id, before);
        model.addAttribute("page", opened.page());
        model.addAttribute("form", ContactForm.begin(opened.draft()));
        return "plans/plan";
    }

    /** Older updates, for a reader who has the page open; without script the plan page itself shows them. */
    @Needs(PLAN_VIEW)
    @GetMapping("/participants/{id}/updates")
    String updates(
            @PathVariable ParticipantId id,
            @RequestParam(required = false) @Nullable String before,
            Actor actor,
            Model model) {
        model.addAttribute("id", id.value());
        model.addAttribute("timeline", pages.older(actor, id, before));
        return "plans/timeline :: part";
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/plan/wish")
    String wish(@PathVariable ParticipantId id, Actor actor, Model model) {
        PlanForms.Loaded<WishText> wish = forms.wish(actor, id);
        model.addAttribute("page", wish.page());
        model.addAttribute("form", new WishForm(wish.text().text(), wish.text().language(), wish.version()));
        return WISH_FORM;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/plan/wish")
    String writeWish(
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") WishForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        Attempt attempt = Attempt.of(
                errors,
                () -> plans.writeWish(actor, id, SentForm.version(form.version()), form.wish(), form.language()));
        if (!attempt.isDone()) {
            return FormPage.again(
                    attempt,
                    () -> forms.wish(actor, id),
                    text -> List.of(new Fact("plans.wish", text.text())),
                    form::at,
                    answer,
                    WISH_FORM);
        }
        return answer.go(Flash.ok(texts.of("plans.wish.saved")), FormPage.toPlan(id));
    }

    /** What the participant wants; empty takes it away. */
    record WishForm(
            @Size(max = 500, message = "{plans.text-long}") @NoCitizenNumber @Nullable
            String wish,

            @Pattern(regexp = "[a-z]{2,3}", message = "{wish.language-wrong}") @Nullable
            String language,

            @Nullable Long version) {

        public WishForm at(long now) {
            return new WishForm(wish, language, now);
        }
    }
}
