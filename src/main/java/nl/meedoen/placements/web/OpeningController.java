package nl.meedoen.placements.web;

import jakarta.validation.Valid;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.Employers;
import nl.meedoen.placements.market.OpeningDetails;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.placements.market.Openings;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
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

/** What employers offer: the list, and recording, changing or withdrawing one opening. */
@Controller
class OpeningController {

    private final OpeningPages pages;
    private final Openings openings;
    private final Employers employers;
    private final Choices choices;
    private final Texts texts;

    OpeningController(OpeningPages pages, Openings openings, Employers employers, Choices choices, Texts texts) {
        this.pages = pages;
        this.openings = openings;
        this.employers = employers;
        this.choices = choices;
        this.texts = texts;
    }

    /** What the form shows; {@code action} is where it is sent. */
    record FormPage(
            String title,
            String employerName,
            EmployerId employer,
            String action,
            String cancel,
            boolean fresh,
            List<Option> kinds,
            List<Option> levels,
            List<Option> others) {}

    @Needs(Permission.EMPLOYERS_EDIT)
    @GetMapping("/openings")
    String list(Actor actor, OpeningPages.OpeningQuery query, Model model) {
        model.addAttribute("page", pages.list(actor, query));
        return "placements/openings";
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @GetMapping("/employers/{employer}/openings/new")
    String begin(Actor actor, @PathVariable EmployerId employer, Model model) {
        Employers.Read at = employers.read(actor, employer);
        model.addAttribute(
                "form", OpeningForm.empty(choices.municipalityName(at.details().municipalityCode())));
        return newForm(at, model);
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @PostMapping("/employers/{employer}/openings")
    String add(
            Actor actor,
            @PathVariable EmployerId employer,
            @Valid @ModelAttribute("form") OpeningForm form,
            BindingResult errors,
            Answer answer) {
        Employers.Read at = employers.read(actor, employer);
        String municipality = municipality(form, errors);
        OpeningId[] made = new OpeningId[1];
        Attempt attempt = Attempt.of(errors, () -> made[0] = openings.add(actor, employer, form.details(municipality)));
        if (!attempt.isDone()) {
            return answer.again(attempt, newForm(at, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("placements.opening.added")), "/openings/" + made[0]);
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @GetMapping("/openings/{opening}")
    String show(Actor actor, @PathVariable OpeningId opening, Model model) {
        model.addAttribute("page", pages.page(actor, opening));
        return "placements/opening";
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @GetMapping("/openings/{opening}/edit")
    String edit(Actor actor, @PathVariable OpeningId opening, Model model) {
        Openings.Read read = openings.read(actor, opening);
        model.addAttribute(
                "form",
                OpeningForm.of(
                        read.details(), choices.municipalityName(read.details().municipalityCode()), read.version()));
        return editForm(actor, read, List.of(), model);
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @PostMapping("/openings/{opening}")
    String change(
            Actor actor,
            @PathVariable OpeningId opening,
            @Valid @ModelAttribute("form") OpeningForm form,
            BindingResult errors,
            Answer answer) {
        openings.read(actor, opening);
        String municipality = municipality(form, errors);
        long version = form.version() == null ? -1 : form.version();
        Attempt attempt =
                Attempt.of(errors, () -> openings.change(actor, opening, version, form.details(municipality)));
        if (!attempt.isDone()) {
            Openings.Read now = openings.read(actor, opening);
            if (!attempt.isStale()) {
                return answer.again(attempt, editForm(actor, now, List.of(), answer.model()));
            }
            answer.with("form", form.at(now.version()));
            return answer.again(
                    attempt, editForm(actor, now, others(form.details(municipality), now.details()), answer.model()));
        }
        return answer.go(Flash.ok(texts.of("placements.saved")), "/openings/{opening}");
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @PostMapping("/openings/{opening}/withdraw")
    String withdraw(Actor actor, @PathVariable OpeningId opening, Answer answer) {
        openings.withdraw(actor, opening);
        return answer.go(
                Flash.ok(texts.of("placements.opening.withdrawn"))
                        .undo("/openings/" + opening + "/offer-again", texts.of("webkit.undo")),
                "/openings/{opening}");
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @PostMapping("/openings/{opening}/offer-again")
    String offerAgain(Actor actor, @PathVariable OpeningId opening, Answer answer) {
        openings.offerAgain(actor, opening);
        return answer.go(Flash.ok(texts.of("placements.opening.offered-again")), "/openings/{opening}");
    }

    private @Nullable String municipality(OpeningForm form, BindingResult errors) {
        if (form.municipality() == null) {
            return null;
        }
        String code = choices.municipalityCode(form.municipality()).orElse(null);
        if (code == null) {
            errors.rejectValue("municipality", "placements.municipality-unknown");
        }
        return code;
    }

    private List<Option> others(OpeningDetails mine, OpeningDetails theirs) {
        Differences found = new Differences(texts);
        found.add("placements.field.kind", texts.of(mine.kind()), texts.of(theirs.kind()));
        found.add("placements.field.title", mine.title(), theirs.title());
        found.add("placements.field.description", mine.description(), theirs.description());
        found.add("placements.field.occupation", mine.occupation(), theirs.occupation());
        found.add("placements.field.level", level(mine), level(theirs));
        found.add("placements.field.places", mine.places(), theirs.places());
        found.add("placements.field.from", mine.from(), theirs.from());
        found.add("placements.field.until", mine.until(), theirs.until());
        found.add("placements.field.hours", hours(mine), hours(theirs));
        found.add(
                "placements.field.municipality",
                choices.municipalityName(mine.municipalityCode()),
                choices.municipalityName(theirs.municipalityCode()));
        return found.list();
    }

    private static @Nullable String level(OpeningDetails details) {
        return details.language() == null ? null : details.language().display();
    }

    private static @Nullable String hours(OpeningDetails details) {
        return details.hoursAWeek() == null
                ? null
                : details.hoursAWeek().stripTrailingZeros().toPlainString();
    }

    private String newForm(Employers.Read at, Model model) {
        String back = "/employers/" + at.id();
        return form(texts.of("placements.opening.new"), at, back + "/openings", back, true, List.of(), model);
    }

    private String editForm(Actor actor, Openings.Read opening, List<Option> others, Model model) {
        String back = "/openings/" + opening.id();
        return form(
                texts.of("placements.opening.edit"),
                employers.read(actor, opening.employer()),
                back,
                back,
                false,
                others,
                model);
    }

    private String form(
            String title,
            Employers.Read at,
            String action,
            String cancel,
            boolean fresh,
            List<Option> others,
            Model model) {
        model.addAttribute(
                "page",
                new FormPage(
                        title,
                        at.details().name(),
                        at.id(),
                        action,
                        cancel,
                        fresh,
                        choices.of(OpeningKind.class),
                        choices.levels(),
                        others));
        return "placements/opening-form";
    }
}
