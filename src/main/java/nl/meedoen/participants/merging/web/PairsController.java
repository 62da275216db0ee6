package nl.meedoen.participants.merging.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.participants.merging.MergeRecord;
import nl.meedoen.participants.merging.Merges;
import nl.meedoen.participants.merging.PairId;
import nl.meedoen.participants.merging.Pairs;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.view.Pager;
import nl.meedoen.webkit.view.ViewTab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The review list: who may be one person, who is not, and which dossiers became one. */
@Controller
class PairsController {

    private static final String MERGED = "merged";

    private final Pairs pairs;
    private final Merges merges;
    private final Trail trail;
    private final Texts texts;

    PairsController(Pairs pairs, Merges merges, Trail trail, Texts texts) {
        this.pairs = pairs;
        this.merges = merges;
        this.trail = trail;
        this.texts = texts;
    }

    record NumbersForm(
            @Nullable String firstNumber, @Nullable String secondNumber) {}

    record ReasonForm(
            @NotBlank(message = "{doubles.reason-needed}") @NoCitizenNumber @Size(max = 500) @Nullable
            String reason) {}

    /** All that the list shows. */
    record ListPage(
            String part,
            List<ViewTab> tabs,
            List<Pairs.Pair> rows,
            List<MergeRecord> merged,
            Pager pager,
            @Nullable PairId wrong) {}

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/doubles")
    @Transactional
    public String list(
            Actor actor,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute("form", new ReasonForm(null)).addAttribute("numbers", new NumbersForm(null, null));
        return page(actor, part, after, null, model);
    }

    private String page(
            Actor actor, @Nullable String part, @Nullable String after, Pairs.@Nullable Pair wrong, Model model) {
        trail.note(actor, Trail.Action.LISTED, "doubles", null);
        boolean merged = MERGED.equals(part);
        Pairs.Part chosen = part(part);
        List<Pairs.Pair> found = merged ? List.of() : pairs.page(actor, chosen, Cursor.parse(after, 2));
        boolean more = found.size() > Pairs.PAGE;
        List<Pairs.Pair> shown = new ArrayList<>(more ? found.subList(0, Pairs.PAGE) : found);
        Pairs.Pair last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
        if (wrong != null && shown.stream().noneMatch(pair -> pair.id().equals(wrong.id()))) {
            shown.add(0, wrong); // it may stand on a later page: what was typed is shown again all the same
        }
        String slug = merged ? MERGED : slug(chosen);
        List<MergeRecord> records = merges.recent(actor);
        model.addAttribute(
                "page",
                new ListPage(
                        slug,
                        tabs(slug, pairs.counts(actor), records.size()),
                        shown,
                        merged ? records : List.of(),
                        new Pager(
                                after == null ? null : "/participants/doubles?part=" + slug,
                                more && last != null
                                        ? "/participants/doubles?part=" + slug + "&after=" + cursor(last)
                                        : null,
                                null),
                        wrong == null ? null : wrong.id()));
        return "participants/doubles/list";
    }

    private static String cursor(Pairs.Pair last) {
        return Cursor.of(String.valueOf(last.score()), last.id().toString()).toString();
    }

    private List<ViewTab> tabs(String current, Map<Pairs.Part, Integer> counts, int merged) {
        List<ViewTab> tabs = new ArrayList<>();
        counts.forEach((part, count) -> tabs.add(tab(slug(part), count, current)));
        tabs.add(tab(MERGED, merged, current));
        return tabs;
    }

    private ViewTab tab(String slug, int count, String current) {
        return new ViewTab(
                "/participants/doubles?part=" + slug,
                texts.of("doubles.part." + slug),
                Bounded.shown(count),
                slug.equals(current));
    }

    private static Pairs.Part part(@Nullable String slug) {
        for (Pairs.Part part : Pairs.Part.values()) {
            if (slug(part).equals(slug)) return part;
        }
        return Pairs.Part.LIKELY;
    }

    private static String slug(Pairs.Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/doubles")
    @Transactional
    public String add(
            Actor actor, @ModelAttribute("numbers") NumbersForm numbers, Model model, HttpServletResponse response) {
        try {
            return "redirect:/participants/doubles/"
                    + pairs.add(actor, text(numbers.firstNumber()), text(numbers.secondNumber()));
        } catch (RuleBroken refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            response.setStatus(422);
            model.addAttribute("form", new ReasonForm(null)).addAttribute("numbersError", texts.of(refused.code()));
            return page(actor, null, null, null, model);
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/doubles/{pair}/dismiss")
    @Transactional
    public String dismiss(
            Actor actor,
            @PathVariable PairId pair,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Answer answer) {
        Pairs.Pair known = pairs.find(actor, pair);
        String reason = form.reason();
        if (errors.hasErrors() || reason == null) {
            return answer.with("numbers", new NumbersForm(null, null))
                    .again(page(actor, known.likely() ? "likely" : "possible", null, known, answer.model()));
        }
        pairs.dismiss(actor, pair, reason.strip());
        return answer.go(
                Flash.ok(texts.of("doubles.dismissed"))
                        .undo("/participants/doubles/" + pair + "/restore", texts.of("webkit.undo")),
                "/participants/doubles?part=" + (known.likely() ? "likely" : "possible"));
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/doubles/{pair}/restore")
    String restore(Actor actor, @PathVariable PairId pair, Answer answer) {
        pairs.restore(actor, pair);
        return answer.go(Flash.ok(texts.of("doubles.restored")), "/participants/doubles");
    }
}
