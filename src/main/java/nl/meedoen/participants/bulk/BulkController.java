package nl.meedoen.participants.bulk;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Handover;
import nl.meedoen.participants.caseload.CoachChoice;
import nl.meedoen.participants.caseload.PastDay;
import nl.meedoen.participants.lists.ListQuery;
import nl.meedoen.participants.lists.ListReader;
import nl.meedoen.participants.lists.ListRow;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One thing for many: chosen in the list, looked at, done, and taken back. */
@Controller
class BulkController {

    static final String PATH = "/participants/bulk";

    private final Bulk bulk;
    private final BulkPages pages;
    private final CoachChoice choice;
    private final ListReader reader;
    private final Trail trail;
    private final Texts texts;
    private final Words words;

    BulkController(
            Bulk bulk, BulkPages pages, CoachChoice choice, ListReader reader, Trail trail, Texts texts, Words words) {
        this.bulk = bulk;
        this.pages = pages;
        this.choice = choice;
        this.reader = reader;
        this.trail = trail;
        this.texts = texts;
        this.words = words;
    }

    /** The ones whose boxes were ticked, or all that the view holds. */
    @Needs(Permission.COACH_ASSIGN)
    @GetMapping(PATH)
    @Transactional
    public String choose(
            Actor actor,
            @RequestParam(name = "id", required = false) @Nullable List<String> ids,
            @RequestParam(required = false) boolean all,
            ListQuery query,
            Model model,
            RedirectAttributes redirect) {
        BulkForm chosen = new BulkForm(ids, null, null, words.today().toString(), null, Handover.ALL, null);
        Set<ParticipantId> people = chosen.chosen();
        boolean cut = false;
        if (all) {
            List<ListRow> rows = reader.rows(actor, query, Bulk.MOST + 1);
            cut = rows.size() > Bulk.MOST;
            people = rows.stream().limit(Bulk.MOST).map(ListRow::id).collect(Collectors.toSet());
        }
        List<Bulk.Line> lines = bulk.chosen(actor, people);
        trail.note(actor, Trail.Action.LISTED, "participants", null);
        if (lines.isEmpty() && !all) {
            Flash.warn(texts.of("bulk.none-chosen")).on(redirect);
            return "redirect:" + query.with();
        }
        model.addAttribute("form", chosen).addAttribute("page", pages.choose(actor, lines, cut));
        return "participants/bulk/choose";
    }

    @Needs(Permission.COACH_ASSIGN)
    @PostMapping(PATH + "/preview")
    @Transactional
    public String preview(
            Actor actor,
            @Valid @ModelAttribute("form") BulkForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Bulk.Order order = order(actor, form, errors);
        if (order == null) {
            response.setStatus(422);
            return again(actor, form, model);
        }
        model.addAttribute("page", pages.preview(actor, form, order, bulk.preview(actor, form.chosen(), order)));
        return "participants/bulk/preview";
    }

    @Needs(Permission.COACH_ASSIGN)
    @PostMapping(PATH)
    String carryOut(
            Actor actor,
            @Valid @ModelAttribute("form") BulkForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Bulk.Order order = order(actor, form, errors);
        BulkId[] made = new BulkId[1];
        Attempt attempt = order == null
                ? Attempt.REFUSED
                : Attempt.of(errors, () -> made[0] = bulk.carryOut(actor, form.chosen(), order));
        if (!attempt.isDone()) {
            attempt.answer(response);
            return again(actor, form, model);
        }
        Flash.ok(texts.of("bulk.done"))
                .undo(PATH + "/" + made[0] + "/undo", texts.of("webkit.undo"))
                .on(redirect);
        return "redirect:" + PATH + "/" + made[0];
    }

    @Needs(Permission.COACH_ASSIGN)
    @GetMapping(PATH + "/{bulk}")
    @Transactional
    public String done(Actor actor, @PathVariable("bulk") BulkId id, Model model) {
        model.addAttribute("page", pages.done(bulk.done(actor, id)));
        trail.note(actor, Trail.Action.LISTED, "participants", null);
        return "participants/bulk/done";
    }

    @Needs(Permission.COACH_ASSIGN)
    @PostMapping(PATH + "/{bulk}/undo")
    String undo(Actor actor, @PathVariable("bulk") BulkId id, RedirectAttributes redirect) {
        int back = bulk.undo(actor, id);
        Flash.ok(texts.of("bulk.undone", back)).on(redirect);
        return "redirect:" + PATH + "/" + id;
    }

    private String again(Actor actor, BulkForm form, Model model) {
        model.addAttribute("page", pages.choose(actor, bulk.chosen(actor, form.chosen()), false));
        return "participants/bulk/choose";
    }

    /** What the form asks for; null where it says what is wrong with it. */
    private Bulk.@Nullable Order order(Actor actor, BulkForm form, BindingResult errors) {
        BulkAction action = form.action();
        LocalDate on =
                action == BulkAction.RELEASE ? words.today() : PastDay.read(form.on(), "on", errors, words.today());
        AccountId coach = action == BulkAction.COACH ? choice.find(actor, form.coach(), "coach", errors) : null;
        if (action == BulkAction.COACH && coach == null && !errors.hasFieldErrors("coach")) {
            errors.rejectValue("coach", "participants.coach-needed");
        }
        LocalDate read = action == BulkAction.COACH && form.contacts() == Handover.FROM
                ? PastDay.read(form.contactsFrom(), "contactsFrom", errors, words.today())
                : null;
        if (errors.hasErrors() || action == null || on == null) {
            return null;
        }
        return new Bulk.Order(
                action, coach, on, form.reason(), form.contacts() == null ? Handover.ALL : form.contacts(), read);
    }
}
