package nl.meedoen.plans.together;

import static nl.meedoen.access.Permission.PLAN_EDIT;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.plans.ContactDrafts;
import nl.meedoen.plans.text.DraftText;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Writes a conversation with several participants in one form. */
@Controller
class TogetherController {

    private static final String FORM = "plans/together/form";

    private final TogetherPages pages;
    private final TogetherContacts contacts;
    private final ContactDrafts drafts;
    private final Texts texts;

    TogetherController(TogetherPages pages, TogetherContacts contacts, ContactDrafts drafts, Texts texts) {
        this.pages = pages;
        this.contacts = contacts;
        this.drafts = drafts;
        this.texts = texts;
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/contacts/new")
    String begin(
            @RequestParam(required = false) @Nullable List<String> who,
            @RequestParam(required = false) @Nullable String q,
            Actor actor,
            Model model) {
        ContactDrafts.Together kept = drafts.together(actor).orElse(null);
        TogetherForm form = TogetherForm.begin(who, kept, q);
        model.addAttribute("page", pages.page(actor, form, kept == null ? null : drafts.said(kept.savedAt())));
        model.addAttribute("form", form);
        return FORM;
    }

    /** Writes it; or, with the button beside the search box, shows more people and keeps what was typed. */
    @Needs(PLAN_EDIT)
    @PostMapping("/contacts")
    String write(
            @Valid @ModelAttribute("form") TogetherForm form,
            BindingResult errors,
            @RequestParam(name = "search", required = false) @Nullable String looking,
            Actor actor,
            Answer answer) {
        if (looking != null) {
            answer.with("page", pages.page(actor, form, null));
            answer.with(BindingResult.MODEL_KEY_PREFIX + "form", none(form));
            return FORM;
        }
        form.check(errors, pages.today());
        Attempt attempt = Attempt.of(
                errors,
                "who",
                () -> contacts.write(actor, form.chosen(), form.text(pages.today()), form.next(), form.goals()));
        if (!attempt.isDone()) {
            answer.with("page", pages.page(actor, form, null));
            answer.showing(form, errors);
            return answer.again(attempt, FORM);
        }
        return answer.go(Flash.ok(texts.of("together.saved", form.chosen().size())), "/today");
    }

    /** Keeps what was typed so far; the form itself may still be incomplete. */
    @Needs(PLAN_EDIT)
    @PostMapping("/contacts/draft")
    String keep(
            @RequestParam(required = false) @Nullable List<String> who,
            @ModelAttribute("draft") DraftText draft,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Answer answer) {
        Optional<String> kept =
                drafts.keep(actor, TogetherForm.chosen(who), draft).map(drafts::said);
        if (htmx != null) {
            answer.with("savedAt", kept.orElse(null));
            return "plans/composer :: saved";
        }
        return kept.map(said -> answer.go(Flash.ok(said), "/contacts/new")).orElse("redirect:/contacts/new");
    }

    /** Whoever looks for a name has not sent the form yet: nothing is wrong with it. */
    private static BindingResult none(TogetherForm form) {
        return new org.springframework.validation.BeanPropertyBindingResult(form, "form");
    }
}
