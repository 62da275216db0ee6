package nl.meedoen.plans.questions;

import static nl.meedoen.access.Permission.CONTACT_PRAISE;
import static nl.meedoen.access.Permission.QUESTION_ANSWER;
import static nl.meedoen.access.Permission.QUESTION_ASK;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ContactId;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Questions about a participant: asked, answered, closed; and a coordinator's "well done". */
@Controller
class QuestionController {

    private static final String PAGE = "plans/questions";
    private static final String ASK = "plans/question-ask";

    record AskForm(
            @NotNull(message = "{plans.question-of-needed}") @Nullable
            Party of,

            @NotBlank(message = "{plans.question-needed}")
            @Size(max = 2000, message = "{plans.question-long}")
            @NoCitizenNumber
            @Nullable
            String text,

            @Nullable ContactId contact) {}

    record SayForm(
            @NotBlank(message = "{plans.answer-needed}")
            @Size(max = 2000, message = "{plans.question-long}")
            @NoCitizenNumber
            @Nullable
            String text) {}

    private final Questions questions;
    private final QuestionPages pages;
    private final Texts texts;

    QuestionController(Questions questions, QuestionPages pages, Texts texts) {
        this.questions = questions;
        this.pages = pages;
        this.texts = texts;
    }

    @Needs({QUESTION_ASK, QUESTION_ANSWER})
    @GetMapping("/participants/{id}/questions")
    String show(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("page", pages.page(actor, id));
        model.addAttribute("form", new SayForm(null));
        return PAGE;
    }

    @Needs(QUESTION_ASK)
    @GetMapping("/participants/{id}/questions/new")
    String begin(
            @PathVariable ParticipantId id,
            @RequestParam(required = false) @Nullable ContactId contact,
            Actor actor,
            Model model) {
        QuestionsPage.AskPage page = pages.ask(actor, id, contact);
        model.addAttribute("page", page);
        Party first =
                page.parties().size() == 1 ? Party.valueOf(page.parties().get(0).value()) : null;
        model.addAttribute("form", new AskForm(first, null, contact));
        return ASK;
    }

    @Needs(QUESTION_ASK)
    @PostMapping("/participants/{id}/questions")
    String ask(
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") AskForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        if (errors.hasErrors()) {
            answer.with("page", pages.ask(actor, id, form.contact()));
            return answer.showing(form, errors).again(ASK);
        }
        QuestionId asked = questions.ask(
                actor, id, Objects.requireNonNull(form.of()), Objects.requireNonNull(form.text()), form.contact());
        return answer.go(Flash.ok(texts.of("plans.question.sent")), to(id, asked));
    }

    @Needs(QUESTION_ANSWER)
    @PostMapping("/participants/{id}/questions/{question}")
    String say(
            @PathVariable ParticipantId id,
            @PathVariable QuestionId question,
            @Valid @ModelAttribute("form") SayForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        if (errors.hasErrors()) {
            QuestionsPage page = pages.page(actor, id);
            if (page.open().stream().noneMatch(one -> one.id().equals(question.value()))) {
                throw new nl.meedoen.webkit.NotFound();
            }
            answer.with("page", page);
            answer.with("at", question.value());
            return answer.showing(form, errors).again(PAGE);
        }
        questions.say(actor, id, question, Objects.requireNonNull(form.text()));
        return answer.go(Flash.ok(texts.of("plans.question.said")), to(id, question));
    }

    @Needs({QUESTION_ASK, QUESTION_ANSWER})
    @PostMapping("/participants/{id}/questions/{question}/close")
    String close(@PathVariable ParticipantId id, @PathVariable QuestionId question, Actor actor, Answer answer) {
        questions.close(actor, id, question);
        return answer.go(
                Flash.ok(texts.of("plans.question.is-closed"))
                        .undo(path(id) + "/" + question + "/reopen", texts.of("webkit.undo")),
                path(id));
    }

    @Needs({QUESTION_ASK, QUESTION_ANSWER})
    @PostMapping("/participants/{id}/questions/{question}/reopen")
    String reopen(@PathVariable ParticipantId id, @PathVariable QuestionId question, Actor actor, Answer answer) {
        questions.reopen(actor, id, question);
        return answer.go(Flash.ok(texts.of("plans.question.is-open")), to(id, question));
    }

    @Needs(CONTACT_PRAISE)
    @PostMapping("/participants/{id}/contacts/{contact}/praise")
    String praise(@PathVariable ParticipantId id, @PathVariable ContactId contact, Actor actor, Answer answer) {
        questions.praise(actor, id, contact);
        return answer.go(
                Flash.ok(texts.of("plans.praise.given"))
                        .undo("/participants/" + id + "/contacts/" + contact + "/praise/undo", texts.of("webkit.undo")),
                toPlan(id));
    }

    @Needs(CONTACT_PRAISE)
    @PostMapping("/participants/{id}/contacts/{contact}/praise/undo")
    String takeBack(@PathVariable ParticipantId id, @PathVariable ContactId contact, Actor actor, Answer answer) {
        questions.takePraiseBack(actor, id, contact);
        return answer.go(Flash.ok(texts.of("plans.praise.gone")), toPlan(id));
    }

    private static String path(ParticipantId id) {
        return "/participants/" + id + "/questions";
    }

    private static String to(ParticipantId id, QuestionId question) {
        return path(id) + "#q-" + question;
    }

    private static String toPlan(ParticipantId id) {
        return "/participants/" + id + "/plan#update";
    }
}
