package nl.meedoen.participants.lists;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.people.Organisation;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
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

/** Keeping a view of the list, and what becomes of it. */
@Controller
class ViewController {

    /**
     * The form for one view.
     *
     * @param id null for a new one
     * @param chips what the view holds, in words
     * @param locations where it can be shared; empty where it cannot
     * @param theirs the name that was saved meanwhile in another window
     */
    public record FormPage(
            @Nullable ViewId id,
            List<String> chips,
            List<Option> locations,
            String cancel,
            @Nullable String theirs) {}

    /** One's own views and those of others, with what can be done with them. */
    public record ViewsPage(List<Line> own, List<Line> others) {}

    /** A view in words. */
    public record Line(KeptViews.View view, String holds) {}

    private final KeptViews views;
    private final ListChoices choices;
    private final Organisation organisation;
    private final Texts texts;

    ViewController(KeptViews views, ListChoices choices, Organisation organisation, Texts texts) {
        this.views = views;
        this.choices = choices;
        this.organisation = organisation;
        this.texts = texts;
    }

    @Needs(Permission.PARTICIPANTS_LIST)
    @GetMapping(KeptViews.PATH)
    @Transactional(readOnly = true)
    public String all(Actor actor, @RequestParam @Nullable ViewId edit, Model model) {
        if (edit != null) {
            KeptViews.View view = views.own(actor, edit);
            model.addAttribute("form", new ViewForm(view.name(), view.location(), null, view.version()));
            return form(actor, view.id(), view.read(), KeptViews.PATH, null, model);
        }
        List<Line> own = new ArrayList<>();
        List<Line> others = new ArrayList<>();
        views.of(actor)
                .forEach(view ->
                        (view.own() ? own : others).add(new Line(view, String.join(" · ", holds(actor, view.read())))));
        model.addAttribute("page", new ViewsPage(own, others));
        return "participants/lists/views";
    }

    @Needs(Permission.PARTICIPANTS_LIST)
    @GetMapping(KeptViews.PATH + "/new")
    @Transactional(readOnly = true)
    public String begin(Actor actor, ListQuery query, Model model) {
        model.addAttribute("form", new ViewForm(null, null, query.kept(), null));
        return form(actor, null, query, query.with(), null, model);
    }

    @Needs(Permission.PARTICIPANTS_LIST)
    @PostMapping(KeptViews.PATH)
    String keep(Actor actor, @Valid @ModelAttribute("form") ViewForm form, BindingResult errors, Answer answer) {
        ListQuery query = ListQuery.read(form.view() == null ? "" : form.view());
        Attempt attempt = Attempt.of(
                errors, "name", () -> views.keep(actor, String.valueOf(form.name()), query, form.location()));
        if (!attempt.isDone()) {
            return answer.again(attempt, form(actor, null, query, query.with(), null, answer.model()));
        }
        return answer.go(
                Flash.ok(texts.of("participants.views.kept", String.valueOf(form.name()))),
                query.openTo(actor.role()).with());
    }

    @Needs(Permission.PARTICIPANTS_LIST)
    @PostMapping(KeptViews.PATH + "/{view}")
    String change(
            Actor actor,
            @PathVariable("view") ViewId id,
            @Valid @ModelAttribute("form") ViewForm form,
            BindingResult errors,
            Answer answer) {
        KeptViews.View before = views.own(actor, id);
        long version = form.version() == null ? -1 : form.version();
        Attempt attempt = Attempt.of(
                errors, "name", () -> views.change(actor, id, version, String.valueOf(form.name()), form.location()));
        if (!attempt.isDone()) {
            if (attempt.isStale()) {
                // the next attempt is made with open eyes
                ViewForm again = new ViewForm(form.name(), form.location(), null, before.version());
                answer.anew(again);
            }
            return answer.again(
                    attempt,
                    form(
                            actor,
                            id,
                            before.read(),
                            KeptViews.PATH,
                            attempt.isStale() ? before.name() : null,
                            answer.model()));
        }
        return answer.go(Flash.ok(texts.of("participants.views.changed", String.valueOf(form.name()))), KeptViews.PATH);
    }

    @Needs(Permission.PARTICIPANTS_LIST)
    @PostMapping(KeptViews.PATH + "/{view}/remove")
    String remove(Actor actor, @PathVariable("view") ViewId id, Answer answer) {
        views.remove(actor, id);
        return answer.go(
                Flash.ok(texts.of("participants.views.removed"))
                        .undo(KeptViews.PATH + "/" + id + "/restore", texts.of("webkit.undo")),
                KeptViews.PATH);
    }

    @Needs(Permission.PARTICIPANTS_LIST)
    @PostMapping(KeptViews.PATH + "/{view}/restore")
    String restore(Actor actor, @PathVariable("view") ViewId id, Answer answer) {
        views.restore(actor, id);
        return answer.go(Flash.ok(texts.of("participants.views.restored")), KeptViews.PATH);
    }

    private String form(
            Actor actor, @Nullable ViewId id, ListQuery query, String cancel, @Nullable String theirs, Model model) {
        List<Option> locations = actor.role() != Role.COORDINATOR
                ? List.of()
                : organisation.locations(actor.locations()).stream()
                        .map(place -> new Option(place.id().toString(), place.name()))
                        .toList();
        model.addAttribute("page", new FormPage(id, holds(actor, query), locations, cancel, theirs));
        return "participants/lists/view-form";
    }

    /** What a view holds, in words: its filters, its order and its columns. */
    private List<String> holds(Actor actor, ListQuery asked) {
        ListQuery query = asked.openTo(actor.role());
        List<String> words = new ArrayList<>();
        choices.chips(query.withoutSearch(), choices.municipalities(actor)).forEach(chip -> words.add(chip.label()));
        words.add(texts.of(
                "participants.sorted",
                texts.of("participants.sort." + query.order().name().toLowerCase(java.util.Locale.ROOT))));
        if (!query.columns().isEmpty()) {
            words.add(texts.of(
                    "participants.views.columns",
                    String.join(
                            ", ",
                            ListColumn.chosen(actor.role(), query.columns()).stream()
                                    .map(column -> choices.heading(actor.role(), column))
                                    .toList())));
        }
        return words;
    }
}
