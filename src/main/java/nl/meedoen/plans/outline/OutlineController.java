package nl.meedoen.plans.outline;

import static nl.meedoen.access.Permission.OUTLINES_EDIT;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.plans.GoalDomain;
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

/** Coordinators keep the outlines of plans. */
@Controller
class OutlineController {

    private static final String FORM = "plans/outline/form";
    private static final String LIST = "/outlines";

    private final Outlines outlines;
    private final Texts texts;

    OutlineController(Outlines outlines, Texts texts) {
        this.outlines = outlines;
        this.texts = texts;
    }

    /** All that the reader may use or change. */
    record ListPage(List<Outline> own, List<Outline> others) {}

    /**
     * The page around the form.
     *
     * @param outline as it stands; null for a new one
     * @param others how somebody else wrote it in the meantime; null when nobody did
     */
    record FormPage(
            @Nullable Outline outline,
            List<Outlines.Revision> before,
            List<Option> domains,
            List<Option> routes,
            @Nullable Outline others) {

        public String action() {
            return outline == null ? "/outlines" : "/outlines/" + outline.id();
        }

        public boolean readOnly() {
            return outline != null && !outline.own();
        }
    }

    @Needs(OUTLINES_EDIT)
    @GetMapping("/outlines")
    String list(Actor actor, Model model) {
        List<Outline> all = outlines.kept(actor);
        model.addAttribute(
                "page",
                new ListPage(
                        all.stream().filter(Outline::own).toList(),
                        all.stream().filter(one -> !one.own()).toList()));
        return "plans/outline/list";
    }

    @Needs(OUTLINES_EDIT)
    @GetMapping("/outlines/new")
    String begin(@RequestParam(required = false) @Nullable OutlineId from, Actor actor, Model model) {
        OutlineForm form = OutlineForm.empty();
        if (from != null) {
            Outline source = outlines.find(actor, from);
            form = OutlineForm.of(source).copy(texts.of("outline.copy-of", source.name()));
        }
        return form(null, form, null, model);
    }

    @Needs(OUTLINES_EDIT)
    @PostMapping("/outlines")
    String add(@Valid @ModelAttribute("form") OutlineForm form, BindingResult errors, Actor actor, Answer answer) {
        form.check(errors);
        Attempt attempt = Attempt.of(errors, () -> outlines.add(actor, form.text()));
        if (!attempt.isDone()) {
            return answer.again(attempt, refused(null, form, errors, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("outline.added", form.text().name())), LIST);
    }

    @Needs(OUTLINES_EDIT)
    @GetMapping("/outlines/{outline}")
    String edit(@PathVariable OutlineId outline, Actor actor, Model model) {
        Outline now = outlines.find(actor, outline);
        return form(now, OutlineForm.of(now), null, model);
    }

    @Needs(OUTLINES_EDIT)
    @PostMapping("/outlines/{outline}")
    String write(
            @PathVariable OutlineId outline,
            @Valid @ModelAttribute("form") OutlineForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        if (!outlines.find(actor, outline).own()) {
            throw new NotFound();
        }
        form.check(errors);
        Attempt attempt =
                Attempt.of(errors, () -> outlines.write(actor, outline, SentForm.version(form.version()), form.text()));
        if (!attempt.isDone()) {
            Outline now = outlines.find(actor, outline);
            return answer.again(
                    attempt,
                    attempt.isStale()
                            ? form(now, form.at(now.version()), now, answer.model())
                            : refused(now, form, errors, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("outline.saved", form.text().name())), LIST);
    }

    @Needs(OUTLINES_EDIT)
    @PostMapping("/outlines/{outline}/retire")
    String retire(@PathVariable OutlineId outline, Actor actor, Answer answer) {
        Outline now = outlines.offer(actor, outline, false);
        return answer.go(
                Flash.ok(texts.of("outline.retired", now.name()))
                        .undo("/outlines/" + outline + "/restore", texts.of("webkit.undo")),
                LIST);
    }

    @Needs(OUTLINES_EDIT)
    @PostMapping("/outlines/{outline}/restore")
    String restore(@PathVariable OutlineId outline, Actor actor, Answer answer) {
        Outline now = outlines.offer(actor, outline, true);
        return answer.go(Flash.ok(texts.of("outline.restored", now.name())), LIST);
    }

    private String refused(@Nullable Outline now, OutlineForm form, BindingResult errors, Model model) {
        String view = form(now, form, null, model);
        SentForm.show(model, form, errors);
        return view;
    }

    private String form(@Nullable Outline now, OutlineForm form, @Nullable Outline others, Model model) {
        model.addAttribute(
                "page",
                new FormPage(
                        now,
                        now == null ? List.of() : outlines.before(now.id()),
                        Arrays.stream(GoalDomain.values())
                                .map(domain -> new Option(domain.name(), texts.of(domain)))
                                .toList(),
                        Arrays.stream(LearningRoute.values())
                                .map(route -> new Option(route.name(), texts.of(route)))
                                .toList(),
                        others));
        model.addAttribute("form", form);
        return FORM;
    }
}
