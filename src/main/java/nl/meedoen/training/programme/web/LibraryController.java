package nl.meedoen.training.programme.web;

import static nl.meedoen.access.Permission.LIBRARY_EDIT;
import static nl.meedoen.access.Permission.LIBRARY_VIEW;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.training.WorkFormId;
import nl.meedoen.training.programme.Library;
import nl.meedoen.training.programme.domain.MapTheme;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.StaleVersion;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The library of themes and work forms, with tips by trainers. */
@Controller
class LibraryController {

    record TipForm(
            @NotBlank(message = "{training.tip-empty}") @Size(max = 600) @NoCitizenNumber @Nullable
            String body) {

        public String text() {
            return body == null ? "" : body;
        }
    }

    private final Library library;
    private final LibraryPages pages;
    private final Texts texts;

    LibraryController(Library library, LibraryPages pages, Texts texts) {
        this.library = library;
        this.pages = pages;
        this.texts = texts;
    }

    @Needs(LIBRARY_VIEW)
    @GetMapping("/library")
    String list(
            @RequestParam(name = "q", required = false) @Nullable String q,
            @RequestParam(name = "map", required = false) @Nullable String map,
            @RequestParam(name = "minutes", required = false) @Nullable String minutes,
            Model model) {
        MapTheme theme = Arrays.stream(MapTheme.values())
                .filter(t -> t.name().equals(map))
                .findFirst()
                .orElse(null);
        Integer length = minutes != null && minutes.matches("\\d{1,3}") ? Integer.valueOf(minutes) : null;
        String wanted = q == null || q.isBlank()
                ? null
                : q.strip().substring(0, Math.min(q.strip().length(), 100));
        model.addAttribute("page", pages.library(wanted, theme, length));
        return "training/library";
    }

    @Needs(LIBRARY_VIEW)
    @GetMapping("/library/{workForm}")
    String show(@PathVariable WorkFormId workForm, @ModelAttribute("form") TipForm form, Actor actor, Model model) {
        model.addAttribute("page", pages.workForm(actor, workForm));
        return "training/work-form";
    }

    @Needs(LIBRARY_EDIT)
    @GetMapping("/library/{workForm}/edit")
    String edit(@PathVariable WorkFormId workForm, Model model) {
        WorkFormForm form = pages.form(workForm);
        model.addAttribute("form", form).addAttribute("page", pages.editPage(workForm, form.readVersion()));
        return "training/work-form-edit";
    }

    @Needs(LIBRARY_EDIT)
    @PostMapping("/library/{workForm}/edit")
    String rewrite(
            @PathVariable WorkFormId workForm,
            @Valid @ModelAttribute("form") WorkFormForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        Integer most = form.groupMax();
        Integer least = form.groupMin();
        if (most != null && least != null && most < least && !errors.hasFieldErrors("groupMax")) {
            errors.rejectValue("groupMax", "training.group-sizes-swapped");
        }
        if (errors.hasErrors()) {
            return answer.with("page", pages.editPage(workForm, form.readVersion()))
                    .again("training/work-form-edit");
        }
        try {
            library.rewrite(actor, workForm, form.readVersion(), form.content());
        } catch (StaleVersion stale) {
            return answer.with("page", pages.stalePage(workForm, form)).again(Attempt.STALE, "training/work-form-edit");
        }
        return answer.go(Flash.ok(texts.of("training.work-form-saved")), "/library/" + workForm);
    }

    @Needs(LIBRARY_VIEW)
    @GetMapping("/library/{workForm}/editions")
    String editions(@PathVariable WorkFormId workForm, Model model) {
        model.addAttribute("page", pages.editions(workForm));
        return "training/editions";
    }

    @Needs(LIBRARY_EDIT)
    @PostMapping("/library/{workForm}/tips")
    String addTip(
            @PathVariable WorkFormId workForm,
            @Valid @ModelAttribute("form") TipForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        if (errors.hasErrors()) {
            return answer.with("page", pages.workForm(actor, workForm)).again("training/work-form");
        }
        library.addTip(actor, workForm, form.text());
        return answer.go(Flash.ok(texts.of("training.tip-added")), "/library/" + workForm + "#tips");
    }

    @Needs(LIBRARY_VIEW)
    @PostMapping("/library/{workForm}/tips/{tip}/vote")
    String vote(
            @PathVariable WorkFormId workForm,
            @PathVariable UUID tip,
            @RequestParam(name = "helpful", defaultValue = "false") boolean helpful,
            Actor actor) {
        library.vote(actor, workForm, tip, helpful);
        return "redirect:/library/" + workForm + "#tips";
    }

    @Needs(LIBRARY_EDIT)
    @PostMapping("/library/{workForm}/tips/{tip}/remove")
    String removeTip(@PathVariable WorkFormId workForm, @PathVariable UUID tip, Actor actor, Answer answer) {
        library.removeTip(actor, workForm, tip);
        return answer.go(
                Flash.ok(texts.of("training.tip-removed"))
                        .undo("/library/" + workForm + "/tips/" + tip + "/restore", texts.of("webkit.undo")),
                "/library/" + workForm + "#tips");
    }

    @Needs(LIBRARY_EDIT)
    @PostMapping("/library/{workForm}/tips/{tip}/restore")
    String restoreTip(@PathVariable WorkFormId workForm, @PathVariable UUID tip, Actor actor) {
        library.restoreTip(actor, workForm, tip);
        return "redirect:/library/" + workForm + "#tips";
    }
}
