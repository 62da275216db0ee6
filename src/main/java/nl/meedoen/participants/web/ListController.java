package nl.meedoen.participants.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.participants.Phase;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.table.FileKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of participants: whom I may see, most attention first. */
@Controller
class ListController {

    private final ListReader reader;
    private final Organisation organisation;
    private final ListChoices choices;
    private final Trail trail;
    private final Texts texts;
    private final ListFile file;

    ListController(
            ListReader reader,
            Organisation organisation,
            ListChoices choices,
            Trail trail,
            Texts texts,
            ListFile file) {
        this.reader = reader;
        this.organisation = organisation;
        this.choices = choices;
        this.trail = trail;
        this.texts = texts;
        this.file = file;
    }

    /** A saved view as a tab, and a count that asks for attention. */
    record Tab(String href, String label, @Nullable Integer count, boolean current) {}

    record Count(int count, String text, String href) {}

    record Pager(
            @Nullable String previous,
            @Nullable String next,
            @Nullable String label) {}

    /** What the page shows; {@code all} for coordinators, {@code shared} for client managers. */
    record ListPage(
            String title,
            String subtitle,
            boolean mayEnrol,
            boolean mayExport,
            boolean mayAssign,
            boolean shared,
            List<Count> attention,
            List<Tab> tabs,
            ListQuery query,
            List<Option> coaches,
            List<Option> municipalities,
            List<Option> rungs,
            List<Option> sorts,
            List<ListChoices.Chip> chips,
            String found,
            String sortLabel,
            List<ListRow> rows,
            Pager pager,
            String csv,
            String xlsx) {

        /** What stands in the box for a coach, where there are too many to choose from. */
        public String coachTyped() {
            return query.coach() == null
                    ? ""
                    : ListQuery.isUuid(query.coach()) || "none".equals(query.coach()) ? "" : query.coach();
        }
    }

    @Needs(Permission.PARTICIPANTS_LIST)
    @GetMapping("/participants")
    @Transactional
    public String list(Actor actor, ListQuery query, Model model) {
        trail.note(actor, query.q() == null ? Trail.Action.LISTED : Trail.Action.SEARCHED, "participants", null);
        model.addAttribute("page", page(actor, query));
        return "participants/list";
    }

    /** The view as a file: exactly what the list shows, all pages. */
    @Needs(Permission.LIST_EXPORT)
    @GetMapping("/participants/export.{kind}")
    @Transactional
    public void export(Actor actor, ListQuery query, @PathVariable String kind, HttpServletResponse response)
            throws IOException {
        file.write(actor, query, FileKind.ofExtension(kind).orElseThrow(NotFound::new), response);
    }

    private ListPage page(Actor actor, ListQuery query) {
        boolean shared = actor.role() == Role.CLIENT_MANAGER;
        boolean own = actor.role() == Role.COACH || actor.role() == Role.TRAINER;
        ListReader.Counts counts = reader.counts(actor);
        boolean narrowed = query.narrowed();
        Phase phase = query.phase();
        int found = narrowed
                ? reader.count(actor, query)
                : phase == null ? counts.total() : counts.phases().getOrDefault(phase, 0);
        List<ListRow> rows = reader.page(actor, query);
        boolean more = rows.size() > ListReader.PAGE;
        List<ListRow> shown = more ? rows.subList(0, ListReader.PAGE) : rows;
        String next = more ? query.with("after", cursor(shown.get(shown.size() - 1))) : null;
        String first = query.after() == null ? null : query.with();
        Map<String, String> municipalities = choices.municipalities(actor);
        return new ListPage(
                texts.of(own ? "participants.mine" : shared ? "participants.residents" : "participants.title"),
                subtitle(actor),
                actor.may(Permission.PARTICIPANT_ENROL),
                actor.may(Permission.LIST_EXPORT),
                actor.may(Permission.COACH_ASSIGN),
                shared,
                shared || own && actor.role() == Role.TRAINER ? List.of() : attention(actor, query, counts),
                tabs(query, counts),
                query,
                actor.may(Permission.COACHES_VIEW) ? choices.coaches(actor) : List.of(),
                ListChoices.options(municipalities),
                choices.rungs(),
                choices.sorts(shared),
                choices.chips(query, municipalities),
                found > 1000 ? texts.of("participants.found-many") : texts.of("participants.found", found),
                texts.of("participants.sort." + query.order().name().toLowerCase(java.util.Locale.ROOT)),
                shown,
                new Pager(first, next, null),
                query.under("/participants/export.csv"),
                query.under("/participants/export.xlsx"));
    }

    private static String cursor(ListRow last) {
        return Cursor.of(last.sortValue(), last.id().toString()).toString();
    }

    private String subtitle(Actor actor) {
        return switch (actor.role()) {
            case COORDINATOR ->
                texts.of(
                        "participants.subtitle.coordinator",
                        String.join(
                                ", ",
                                organisation.locations(actor.locations()).stream()
                                        .map(Organisation.Location::name)
                                        .toList()));
            case CLIENT_MANAGER -> texts.of("participants.subtitle.client-manager");
            case TRAINER -> texts.of("participants.subtitle.trainer");
            default -> texts.of("participants.subtitle.coach");
        };
    }

    private List<Count> attention(Actor actor, ListQuery query, ListReader.Counts counts) {
        List<Count> list = new ArrayList<>();
        if (actor.may(Permission.COACH_ASSIGN)) {
            add(list, query, counts.waiting(), "waiting");
        }
        add(list, query, counts.silent(), "silent");
        add(list, query, counts.consent(), "consent");
        return list;
    }

    private void add(List<Count> list, ListQuery query, int count, String code) {
        list.add(new Count(
                Bounded.shown(count),
                texts.of("participants.attention." + code, count),
                "/participants?attention=" + code));
    }

    private List<Tab> tabs(ListQuery query, ListReader.Counts counts) {
        List<Tab> tabs = new ArrayList<>();
        Phase chosen = query.phase();
        tabs.add(new Tab(
                query.with("status", null),
                texts.of("participants.all"),
                Bounded.shown(counts.total()),
                chosen == null));
        for (Phase phase : Phase.values()) {
            int count = counts.phases().getOrDefault(phase, 0);
            if (count > 0 || phase == chosen) {
                tabs.add(new Tab(
                        query.with("status", ListQuery.slug(phase)),
                        texts.of(phase),
                        Bounded.shown(count),
                        phase == chosen));
            }
        }
        return tabs;
    }
}
