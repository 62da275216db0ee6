package nl.meedoen.enrolment.sources;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.enrolment.EligibilityKind;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The administrator's list of projects that pay. */
@Controller
class FundingSourceController {

    private static final String HOME = "/admin/funding";

    record ListPage(List<FundingSources.Project> projects) {}

    /** {@code project} is null for a new one; {@code theirs} is what another one just saved. */
    record ProjectPage(
            FundingSources.@Nullable Project project, FundingSources.@Nullable Project theirs, List<Option> kinds) {}

    private final FundingSources sources;
    private final Texts texts;

    FundingSourceController(FundingSources sources, Texts texts) {
        this.sources = sources;
        this.texts = texts;
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping(HOME)
    String list(Model model) {
        model.addAttribute("page", new ListPage(sources.all()));
        return "enrolment/sources";
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping(HOME + "/new")
    String begin(Model model) {
        ProjectForm all = new ProjectForm(null, null, null, null, EnumSet.allOf(EligibilityKind.class), null);
        return page(all, null, null, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping(HOME)
    String add(Actor actor, @Valid @ModelAttribute("form") ProjectForm form, BindingResult errors, Answer answer) {
        Attempt attempt = Attempt.of(errors, "code", () -> sources.add(actor, form.facts()));
        if (!attempt.isDone()) {
            return answer.again(attempt, choices(null, null, answer.model()));
        }
        return kept(form, answer);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping(HOME + "/{source}")
    String edit(@PathVariable UUID source, Model model) {
        FundingSources.Project now = sources.one(source);
        return page(ProjectForm.of(now), now, null, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping(HOME + "/{source}")
    String change(
            Actor actor,
            @PathVariable UUID source,
            @Valid @ModelAttribute("form") ProjectForm form,
            BindingResult errors,
            Answer answer) {
        FundingSources.Project now = sources.one(source);
        long version = form.version() == null ? -1 : form.version();
        Attempt attempt = Attempt.of(errors, "code", () -> sources.change(actor, source, version, form.facts()));
        if (!attempt.isDone()) {
            if (attempt.isStale()) {
                FundingSources.Project theirs = sources.one(source);
                return answer.again(attempt, page(form.at(theirs.version()), theirs, theirs, answer.model()));
            }
            return answer.again(attempt, choices(now, null, answer.model()));
        }
        return kept(form, answer);
    }

    private String kept(ProjectForm form, Answer answer) {
        return answer.go(Flash.ok(texts.of("enrolment.source.kept", String.valueOf(form.code()))), HOME);
    }

    private String page(
            ProjectForm form,
            FundingSources.@Nullable Project project,
            FundingSources.@Nullable Project theirs,
            Model model) {
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
        return choices(project, theirs, model);
    }

    private String choices(
            FundingSources.@Nullable Project project, FundingSources.@Nullable Project theirs, Model model) {
        List<Option> kinds = Arrays.stream(EligibilityKind.values())
                .map(kind -> new Option(kind.name(), texts.of(kind)))
                .toList();
        model.addAttribute("page", new ProjectPage(project, theirs, kinds));
        return "enrolment/source";
    }
}
