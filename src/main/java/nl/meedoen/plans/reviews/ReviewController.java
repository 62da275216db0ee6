package nl.meedoen.plans.reviews;

import static nl.meedoen.access.Permission.PLAN_EDIT;
import static nl.meedoen.access.Permission.PLAN_VIEW;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.SentForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Reviews of the plan: when they are, holding one, skipping one. */
@Controller
class ReviewController {

    private static final String HOLD = "plans/review-hold";
    private static final String SKIP = "plans/review-skip";
    private static final String RHYTHM = "plans/review-rhythm";

    record HoldForm(
            @NotNull(message = "{plans.day-needed}") @Nullable
            LocalDate heldOn,

            @NotBlank(message = "{plans.review-outcome-needed}")
            @Size(max = 2000, message = "{plans.question-long}")
            @NoCitizenNumber
            @Nullable
            String outcome,

            @Nullable Long version) {}

    record SkipForm(
            @NotBlank(message = "{plans.reason-needed}")
            @Size(max = 500, message = "{plans.text-long}")
            @NoCitizenNumber
            @Nullable
            String reason,

            @Nullable Long version) {}

    record RhythmForm(
            @NotNull(message = "{plans.review-weeks-wrong}")
            @Min(value = 1, message = "{plans.review-weeks-wrong}")
            @Max(value = 26, message = "{plans.review-weeks-wrong}")
            @Nullable
            Integer everyWeeks,

            @Nullable LocalDate termEnds,
            @Nullable Long version) {}

    private final Reviews reviews;
    private final ReviewPages pages;
    private final Texts texts;
    private final Words words;

    ReviewController(Reviews reviews, ReviewPages pages, Texts texts, Words words) {
        this.reviews = reviews;
        this.pages = pages;
        this.texts = texts;
        this.words = words;
    }

    @Needs(PLAN_VIEW)
    @GetMapping("/participants/{id}/reviews")
    String show(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("page", pages.page(actor, id));
        return "plans/reviews";
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/reviews/rhythm")
    String rhythm(@PathVariable ParticipantId id, Actor actor, Model model) {
        ReviewPages.Rhythmed page = pages.rhythm(actor, id);
        Reviews.Rhythm now = page.rhythm();
        model.addAttribute("page", page);
        model.addAttribute("form", new RhythmForm(now.everyWeeks(), now.termEnds(), now.version()));
        return RHYTHM;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/reviews/rhythm")
    String setRhythm(
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") RhythmForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        if (errors.hasErrors()) {
            answer.with("page", pages.rhythm(actor, id));
            return answer.showing(form, errors).again(RHYTHM);
        }
        reviews.setRhythm(
                actor,
                id,
                new Reviews.Rhythm(
                        Objects.requireNonNull(form.everyWeeks()), form.termEnds(), SentForm.version(form.version())));
        return answer.go(Flash.ok(texts.of("plans.reviews.rhythm-saved")), to(id));
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/reviews/{review}")
    String begin(@PathVariable ParticipantId id, @PathVariable ReviewId review, Actor actor, Model model) {
        ReviewsPage.One page = pages.one(actor, id, review);
        model.addAttribute("page", page);
        model.addAttribute("form", new HoldForm(words.today(), null, page.version()));
        return HOLD;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/reviews/{review}")
    String hold(
            @PathVariable ParticipantId id,
            @PathVariable ReviewId review,
            @Valid @ModelAttribute("form") HoldForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        if (form.heldOn() != null && form.heldOn().isAfter(words.today())) {
            errors.rejectValue("heldOn", "plans.contact-in-future");
        }
        if (errors.hasErrors()) {
            answer.with("page", pages.one(actor, id, review));
            return answer.showing(form, errors).again(HOLD);
        }
        reviews.hold(
                actor,
                id,
                review,
                SentForm.version(form.version()),
                Objects.requireNonNull(form.heldOn()),
                Objects.requireNonNull(form.outcome()));
        return answer.go(
                Flash.ok(texts.of("plans.review.held"))
                        .undo(path(id) + "/" + review + "/reopen", texts.of("webkit.undo")),
                to(id));
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/reviews/{review}/skip")
    String skipping(@PathVariable ParticipantId id, @PathVariable ReviewId review, Actor actor, Model model) {
        ReviewsPage.One page = pages.one(actor, id, review);
        model.addAttribute("page", page);
        model.addAttribute("form", new SkipForm(null, page.version()));
        return SKIP;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/reviews/{review}/skip")
    String skip(
            @PathVariable ParticipantId id,
            @PathVariable ReviewId review,
            @Valid @ModelAttribute("form") SkipForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        if (errors.hasErrors()) {
            answer.with("page", pages.one(actor, id, review));
            return answer.showing(form, errors).again(SKIP);
        }
        reviews.skip(actor, id, review, SentForm.version(form.version()), Objects.requireNonNull(form.reason()));
        return answer.go(
                Flash.ok(texts.of("plans.review.skipped"))
                        .undo(path(id) + "/" + review + "/reopen", texts.of("webkit.undo")),
                to(id));
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/reviews/{review}/reopen")
    String reopen(@PathVariable ParticipantId id, @PathVariable ReviewId review, Actor actor, Answer answer) {
        reviews.reopen(actor, id, review);
        return answer.go(Flash.ok(texts.of("plans.review.reopened")), to(id));
    }

    private static String path(ParticipantId id) {
        return "/participants/" + id + "/reviews";
    }

    private static String to(ParticipantId id) {
        return path(id);
    }
}
