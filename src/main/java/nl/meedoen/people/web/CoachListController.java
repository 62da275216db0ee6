package nl.meedoen.people.web;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Sectors;
import nl.meedoen.people.SpokenLanguages;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.view.AttentionCount;
import nl.meedoen.webkit.view.Chip;
import nl.meedoen.webkit.view.Pager;
import nl.meedoen.webkit.view.ViewTab;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The coaches and trainers of the own locations, and who was invited. */
@Controller
class CoachListController {

    /** What the page shows; one of the two lists is empty. */
    record CoachesPage(
            String subtitle,
            boolean mayInvite,
            List<AttentionCount> attention,
            List<ViewTab> tabs,
            CoachQuery query,
            List<Option> languages,
            List<Option> sectors,
            List<Chip> chips,
            String found,
            List<CoachRow> coaches,
            List<StaffRow> staff,
            Pager pager) {}

    private final CoachReader reader;
    private final Organisation organisation;
    private final Trail trail;
    private final Texts texts;

    CoachListController(CoachReader reader, Organisation organisation, Trail trail, Texts texts) {
        this.reader = reader;
        this.organisation = organisation;
        this.trail = trail;
        this.texts = texts;
    }

    @Needs(Permission.COACHES_VIEW)
    @GetMapping("/coaches")
    @Transactional
    public String list(Actor actor, CoachQuery query, Model model) {
        trail.note(actor, query.q() == null ? Trail.Action.LISTED : Trail.Action.SEARCHED, "people.coaches", null);
        model.addAttribute("page", page(actor, query));
        return "people/coaches";
    }

    private CoachesPage page(Actor actor, CoachQuery query) {
        CoachReader.Counts counts = reader.counts(actor);
        boolean coaches = !query.trainers() && !query.invited();
        List<Chip> chips = chips(query);
        List<CoachRow> coachRows = coaches ? reader.coaches(actor, query) : List.of();
        List<StaffRow> staffRows = query.trainers()
                ? reader.trainers(actor, query)
                : query.invited() ? reader.invited(actor, query) : List.of();
        String next = null;
        if (coachRows.size() > CoachReader.PAGE) {
            coachRows = coachRows.subList(0, CoachReader.PAGE);
            CoachRow last = coachRows.get(CoachReader.PAGE - 1);
            next = query.from(Cursor.of(last.name(), last.id().toString()).toString());
        } else if (staffRows.size() > CoachReader.PAGE) {
            staffRows = staffRows.subList(0, CoachReader.PAGE);
            StaffRow last = staffRows.get(CoachReader.PAGE - 1);
            next = query.from(Cursor.of(last.name(), last.id().toString()).toString());
        }
        return new CoachesPage(
                texts.of("people.coaches.subtitle", locations(actor)),
                actor.may(Permission.STAFF_INVITE),
                attention(counts),
                tabs(query, counts),
                query,
                SpokenLanguages.options(LocaleContextHolder.getLocale()),
                sectors(),
                chips,
                found(actor, query, counts, chips),
                coachRows,
                staffRows,
                new Pager(query.after() == null ? null : query.from(null), next, null));
    }

    private String found(Actor actor, CoachQuery query, CoachReader.Counts counts, List<Chip> chips) {
        if (query.trainers()) {
            return texts.of("people.trainers.found", counts.trainers());
        }
        if (query.invited()) {
            return texts.of("people.invited.found", counts.invited());
        }
        return texts.of("people.coaches.found", chips.isEmpty() ? counts.coaches() : reader.count(actor, query));
    }

    private String locations(Actor actor) {
        return String.join(
                ", ",
                organisation.locations(actor.locations()).stream()
                        .map(Organisation.Location::name)
                        .toList());
    }

    private List<AttentionCount> attention(CoachReader.Counts counts) {
        List<AttentionCount> list = new ArrayList<>();
        if (counts.vog() > 0) {
            list.add(new AttentionCount(
                    counts.vog(), texts.of("people.count.vog", counts.vog()), "/coaches?attention=vog"));
        }
        if (counts.waiting() > 0) {
            list.add(new AttentionCount(
                    counts.waiting(), texts.of("people.count.waiting", counts.waiting()), "/coaches?view=invited"));
        }
        return list;
    }

    private List<ViewTab> tabs(CoachQuery query, CoachReader.Counts counts) {
        return List.of(
                new ViewTab(
                        "/coaches",
                        texts.of("people.tab.coaches"),
                        counts.coaches(),
                        !query.trainers() && !query.invited()),
                new ViewTab(
                        "/coaches?view=trainers", texts.of("people.tab.trainers"), counts.trainers(), query.trainers()),
                new ViewTab(
                        "/coaches?view=invited", texts.of("people.tab.invited"), counts.invited(), query.invited()));
    }

    private List<Option> sectors() {
        return Sectors.CODES.stream()
                .map(code -> new Option(code, texts.of(Sectors.label(code))))
                .toList();
    }

    private List<Chip> chips(CoachQuery query) {
        List<Chip> chips = new ArrayList<>();
        if (query.q() != null) {
            chips.add(new Chip(texts.of("people.chip.q", query.q()), query.without("q")));
        }
        if (query.language() != null && SpokenLanguages.CODES.contains(query.language())) {
            String language = LanguageNames.of(query.language(), LocaleContextHolder.getLocale());
            chips.add(new Chip(texts.of("people.chip.language", language), query.without("language")));
        }
        if (query.sector() != null && Sectors.CODES.contains(query.sector())) {
            chips.add(new Chip(
                    texts.of("people.chip.sector", texts.of(Sectors.label(query.sector()))), query.without("sector")));
        }
        if (query.withRoom()) {
            chips.add(new Chip(texts.of("people.chip.room"), query.without("room")));
        }
        if (query.vog()) {
            chips.add(new Chip(texts.of("people.chip.vog"), query.without("attention")));
        }
        return chips;
    }
}
