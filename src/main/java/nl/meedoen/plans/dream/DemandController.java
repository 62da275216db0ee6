package nl.meedoen.plans.dream;

import static nl.meedoen.access.Permission.PLAN_EDIT;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
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

/** What occupations take: looked up while somebody types, written and put right. */
@Controller
class DemandController {

    private static final String FORM = "plans/dream/demand";

    private final DreamPages pages;
    private final Demands demands;
    private final Texts texts;

    DemandController(DreamPages pages, Demands demands, Texts texts) {
        this.pages = pages;
        this.demands = demands;
        this.texts = texts;
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/demands/found")
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String occupation,
            Model model) {
        model.addAttribute("find", pages.look(q, occupation)).addAttribute("required", true);
        return "webkit/finder :: found";
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/demands/{code}")
    String ask(
            @PathVariable String code,
            @RequestParam(name = "for", required = false) @Nullable ParticipantId dreamer,
            Model model) {
        Occupation occupation = pages.find(code).orElseThrow(NotFound::new);
        DemandForm form = demands.of(code).map(DemandForm::of).orElseGet(DemandForm::empty);
        return form(occupation, dreamer, form, null, model);
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/demands/{code}")
    String write(
            @PathVariable String code,
            @RequestParam(name = "for", required = false) @Nullable ParticipantId dreamer,
            @Valid @ModelAttribute("form") DemandForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        Occupation occupation = pages.find(code).orElseThrow(NotFound::new);
        form.check(errors);
        Attempt attempt =
                Attempt.of(errors, () -> demands.write(actor, code, SentForm.version(form.version()), form.demand()));
        if (attempt.isDone()) {
            return answer.go(
                    Flash.ok(texts.of("dream.demand-saved", occupation.label())),
                    (dreamer == null ? "/today" : "/participants/" + dreamer + "/dream"));
        }
        Optional<Demands.Kept> theirs = attempt.isStale() ? demands.of(code) : Optional.empty();
        String view = form(
                occupation,
                dreamer,
                theirs.map(kept -> form.at(kept.version())).orElse(form),
                theirs.map(this::say).orElse(null),
                answer.model());
        if (!attempt.isStale()) {
            answer.showing(form, errors);
        }
        return answer.again(attempt, view);
    }

    private String form(
            Occupation occupation,
            @Nullable ParticipantId dreamer,
            DemandForm form,
            @Nullable List<Fact> others,
            Model model) {
        model.addAttribute(
                "page",
                new Page(
                        occupation,
                        dreamer == null ? null : dreamer.toString(),
                        Arrays.stream(LanguageLevel.values())
                                .filter(level -> level.compareTo(LanguageLevel.PRE_A1) >= 0)
                                .map(level -> new Option(level.name(), level.display()))
                                .toList(),
                        IntStream.rangeClosed(0, DemandForm.HIGHEST_LEVEL)
                                .mapToObj(level ->
                                        new Option(Integer.toString(level), texts.of("sections.isced." + level)))
                                .toList(),
                        DemandForm.LICENCES.stream()
                                .map(letter -> new Option(letter, letter))
                                .toList(),
                        others));
        model.addAttribute("form", form);
        return FORM;
    }

    /**
     * The page around the form.
     *
     * @param dreamer whose dream led here; null when none did
     */
    record Page(
            Occupation occupation,
            @Nullable String dreamer,
            List<Option> levels,
            List<Option> schools,
            List<Option> licences,
            @Nullable List<Fact> others) {

        public String back() {
            return dreamer == null ? "/today" : "/participants/" + dreamer + "/dream";
        }
    }

    private List<Fact> say(Demands.Kept kept) {
        Demand is = kept.demand();
        return Fact.list(
                "dream.kind.language",
                        is.language() == null ? null : is.language().display(),
                "dream.level", is.diplomaLevel() == null ? null : texts.of("sections.isced." + is.diplomaLevel()),
                "dream.diploma", is.diploma(),
                "dream.licences", String.join(", ", is.licences()),
                "dream.regulated", texts.of(is.regulated() ? "plans.fact.yes" : "dream.no"),
                "dream.register", is.register(),
                "dream.advice", is.advice());
    }
}
