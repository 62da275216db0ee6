package nl.meedoen.people.services;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.MunicipalityBox;
import nl.meedoen.people.Organisation;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
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

/** Leads an administrator through a merger of municipalities: what merges, what would change, and then doing it. */
@Controller
class MergerController {

    /** {@code effect} is null until everything is filled in. */
    record MergerPage(List<Option> provinces, Mergers.@Nullable Effect effect, List<String> former, String into) {}

    /** {@code refused} says why it cannot be taken back; null before it was tried. */
    record UndoPage(ServiceReader.Merged merged, @Nullable String refused) {}

    private final Mergers mergers;
    private final ServiceReader reader;
    private final MunicipalityBox municipalities;
    private final Organisation organisation;
    private final Texts texts;
    private final Words words;

    MergerController(
            Mergers mergers,
            ServiceReader reader,
            MunicipalityBox municipalities,
            Organisation organisation,
            Texts texts,
            Words words) {
        this.mergers = mergers;
        this.reader = reader;
        this.municipalities = municipalities;
        this.organisation = organisation;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/admin/organisation/merger")
    String ask(Model model) {
        MergerForm form = new MergerForm(
                null, null, null, null, words.today().plusYears(1).withDayOfYear(1), null);
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
        return page(null, Set.of(), null, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/admin/organisation/merger")
    String merge(Actor actor, @Valid @ModelAttribute("form") MergerForm form, BindingResult errors, Answer answer) {
        Set<Municipality> former = municipalities.many(form.former(), "former", errors);
        Municipality into = into(form, errors);
        LocalDate on = form.on();
        if (errors.hasErrors() || into == null || on == null) {
            return answer.again(page(null, former, into, answer.model()));
        }
        Set<String> codes = former.stream().map(Municipality::code).collect(Collectors.toSet());
        if (!Boolean.TRUE.equals(form.sure())) {
            return page(mergers.effect(codes, on), former, into, answer.model());
        }
        Attempt attempt = Attempt.of(errors, "former", () -> mergers.merge(actor, codes, into, on));
        if (!attempt.isDone()) {
            return answer.again(attempt, page(null, former, into, answer.model()));
        }
        return answer.go(
                Flash.ok(texts.of("people.merger.done", into.name(), words.fullDate(on))),
                "/admin/organisation/services#mergers");
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/admin/organisation/merger/{merger}/undo")
    String askUndo(@PathVariable UUID merger, Model model) {
        model.addAttribute("page", new UndoPage(reader.merger(merger), null));
        return "people/services/merger-undo";
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/admin/organisation/merger/{merger}/undo")
    String undo(Actor actor, @PathVariable UUID merger, Answer answer) {
        ServiceReader.Merged merged = reader.merger(merger);
        try {
            mergers.undo(actor, merger);
        } catch (RuleBroken builtUpon) {
            return answer.with("page", new UndoPage(merged, texts.of(builtUpon.code())))
                    .again("people/services/merger-undo");
        }
        return answer.go(
                Flash.ok(texts.of("people.merger.undone", merged.former())), "/admin/organisation/services#mergers");
    }

    /** One that is known by its name or its code, or a new one when code and province were filled in. */
    private @Nullable Municipality into(MergerForm form, BindingResult errors) {
        String name = form.into();
        if (name == null || name.isBlank()) {
            return null;
        }
        Optional<Municipality> known = organisation.municipalityNamed(name);
        if (known.isPresent()) {
            return known.get();
        }
        String code = form.code() == null ? "" : form.code().strip().toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            errors.rejectValue("code", "people.merger.code-needed", new Object[] {name}, null);
            return null;
        }
        Optional<Municipality> taken = organisation.municipality(code);
        if (taken.isPresent()) {
            errors.rejectValue(
                    "code",
                    "people.merger.code-taken",
                    new Object[] {taken.get().name()},
                    null);
            return null;
        }
        String province = form.province();
        if (province == null || !provinces().contains(province)) {
            errors.rejectValue("province", "people.merger.province-needed");
            return null;
        }
        return new Municipality(code, name.strip(), province);
    }

    private List<String> provinces() {
        return organisation.municipalities().stream()
                .map(Municipality::province)
                .distinct()
                .sorted()
                .toList();
    }

    private String page(
            Mergers.@Nullable Effect effect, Set<Municipality> former, @Nullable Municipality into, Model model) {
        model.addAttribute(
                "page",
                new MergerPage(
                        provinces().stream()
                                .map(province -> new Option(province, province))
                                .toList(),
                        effect,
                        former.stream().map(Municipality::name).toList(),
                        into == null ? "" : into.name()));
        return "people/services/merger";
    }
}
