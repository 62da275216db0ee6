package nl.meedoen.plans.web;

import static nl.meedoen.access.Permission.PLAN_EDIT;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ContactDrafts;
import nl.meedoen.plans.ContactId;
import nl.meedoen.plans.Contacts;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.plans.text.DraftText;
import nl.meedoen.webkit.Flash;
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
import org.springframework.web.bind.annotation.RequestHeader;

/** Writes and corrects contacts, and keeps the draft while somebody writes. */
@Controller
class ContactController {

    private static final String FORM = "plans/contact-form";

    private final PlanPages pages;
    private final PlanForms forms;
    private final Contacts contacts;
    private final ContactDrafts drafts;
    private final Texts texts;

    ContactController(PlanPages pages, PlanForms forms, Contacts contacts, ContactDrafts drafts, Texts texts) {
        this.pages = pages;
        this.forms = forms;
        this.contacts = contacts;
        this.drafts = drafts;
        this.texts = texts;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/contacts")
    String write(
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        form.check(errors, pages.now());
        Attempt attempt = Attempt.of(
                errors,
                () -> contacts.write(
                        actor,
                        id,
                        form.text(pages.now().toLocalDate()),
                        form.next(),
                        form.appointment(texts.of("plans.appointment.usual"))));
        if (!attempt.isDone()) {
            return answer.with("page", pages.open(actor, id, null).page()).again(attempt, "plans/plan");
        }
        return answer.go(Flash.ok(texts.of("plans.contact.saved")), FormPage.toPlan(id));
    }

    /** Keeps what was typed so far; the form itself may still be incomplete. */
    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/plan/draft")
    String keep(
            @PathVariable ParticipantId id,
            @ModelAttribute("draft") DraftText draft,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Actor actor,
            Answer answer) {
        Optional<Instant> kept = drafts.keep(actor, id, draft);
        if (htmx != null) {
            answer.with("savedAt", kept.map(drafts::said).orElse(null));
            return "plans/composer :: saved";
        }
        String back = FormPage.toPlan(id) + "#update";
        return kept.map(at -> answer.go(Flash.ok(drafts.said(at)), back)).orElse("redirect:" + back);
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/contacts/{contact}")
    String edit(@PathVariable ParticipantId id, @PathVariable ContactId contact, Actor actor, Model model) {
        PlanForms.Loaded<ContactText> now = forms.contact(actor, id, contact);
        model.addAttribute("page", now.page());
        model.addAttribute("form", ContactForm.of(now.text(), now.version()));
        return FORM;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/contacts/{contact}")
    String correct(
            @PathVariable ParticipantId id,
            @PathVariable ContactId contact,
            @Valid @ModelAttribute("form") ContactForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        PlanForms.Loaded<ContactText> now = forms.contact(actor, id, contact);
        form.check(errors, pages.now());
        Attempt attempt = Attempt.of(
                errors,
                () -> contacts.correct(
                        actor,
                        id,
                        contact,
                        SentForm.version(form.version()),
                        form.text(now.text().heldOn())));
        if (!attempt.isDone()) {
            return FormPage.again(attempt, () -> forms.contact(actor, id, contact), forms::say, form::at, answer, FORM);
        }
        return answer.go(Flash.ok(texts.of("plans.contact.corrected")), FormPage.toPlan(id));
    }
}
