package nl.meedoen.participants.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.participants.Phase;
import nl.meedoen.people.Organisation;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.view.AttentionCount;
import nl.meedoen.webkit.view.Pager;
import nl.meedoen.webkit.view.ViewTab;
import org.springframework.stereotype.Component;

/** Puts the page of the list together: the counts, the views, the filters and a page of rows. */
@Component
class ListPages {

    private final ListReader reader;
    private final ListCounts counts;
    private final ListChoices choices;
    private final KeptViews views;
    private final Organisation organisation;
    private final Texts texts;

    ListPages(
            ListReader reader,
            ListCounts counts,
            ListChoices choices,
            KeptViews views,
            Organisation organisation,
            Texts texts) {
        this.reader = reader;
        this.counts = counts;
        this.choices = choices;
        this.views = views;
        this.organisation = organisation;
        this.texts = texts;
    }

    ListPage of(Actor actor, ListQuery asked) {
        ListQuery query = asked.openTo(actor.role());
        Role role = actor.role();
        boolean shared = role == Role.CLIENT_MANAGER;
        ListCounts.Counts all = counts.of(actor);
        Phase phase = query.phase();
        int found = query.narrowed()
                ? reader.count(actor, query)
                : phase == null ? all.total() : all.phases().getOrDefault(phase, 0);
        List<ListRow> rows = reader.page(actor, query);
        boolean more = rows.size() > ListReader.PAGE;
        List<ListRow> shown = more ? rows.subList(0, ListReader.PAGE) : rows;
        Map<String, String> municipalities = choices.municipalities(actor);
        List<ViewTab> kept = kept(actor, query);
        boolean plain = query.kept().isEmpty() || kept.stream().anyMatch(ViewTab::current);
        return new ListPage(
                title(role),
                subtitle(actor),
                actor.may(Permission.PARTICIPANT_ENROL),
                actor.may(Permission.LIST_EXPORT),
                actor.may(Permission.COACH_ASSIGN),
                shared,
                shared || role == Role.TRAINER ? List.of() : attention(actor, all),
                tabs(actor, query, all),
                kept,
                plain ? null : query.under(KeptViews.PATH + "/new"),
                query,
                choices.offer(actor, municipalities),
                choices.chips(query, municipalities),
                found > 1000 ? texts.of("participants.found-many") : texts.of("participants.found", found),
                texts.of("participants.sort." + query.order().name().toLowerCase(Locale.ROOT)),
                ListColumn.chosen(role, query.columns()).stream()
                        .map(column -> new ListPage.Column(column, choices.heading(role, column)))
                        .toList(),
                shown,
                new Pager(
                        query.after() == null ? null : query.with(),
                        more ? query.with("after", cursor(shown.get(shown.size() - 1))) : null,
                        null),
                query.under("/participants/export.csv"),
                query.under("/participants/export.xlsx"));
    }

    private static String cursor(ListRow last) {
        return Cursor.of(last.sortValue(), last.id().toString()).toString();
    }

    private String title(Role role) {
        return texts.of(
                switch (role) {
                    case COACH, TRAINER -> "participants.mine";
                    case CLIENT_MANAGER -> "participants.residents";
                    case COORDINATOR, NATIONAL_LEAD, ADMINISTRATOR -> "participants.title";
                });
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

    private List<AttentionCount> attention(Actor actor, ListCounts.Counts all) {
        List<AttentionCount> list = new ArrayList<>();
        if (actor.may(Permission.COACH_ASSIGN)) {
            list.add(count(all.waiting(), "waiting"));
        }
        list.add(count(all.silent(), "silent"));
        list.add(count(all.consent(), "consent"));
        return list;
    }

    private AttentionCount count(int count, String code) {
        return new AttentionCount(
                Bounded.shown(count),
                texts.of("participants.attention." + code, count),
                ListQuery.PATH + "?attention=" + code);
    }

    /** The views that everybody has: all, those without a coach, and each phase that somebody is in. */
    private List<ViewTab> tabs(Actor actor, ListQuery query, ListCounts.Counts all) {
        List<ViewTab> tabs = new ArrayList<>();
        Phase chosen = query.phase();
        boolean coachless = ListQuery.NONE.equals(query.coach()) && chosen == null;
        tabs.add(tab(
                query.with("status", null, "coach", without(query)),
                "participants.all",
                all.total(),
                chosen == null && !coachless));
        if (actor.may(Permission.COACH_ASSIGN) && (all.withoutCoach() > 0 || coachless)) {
            tabs.add(tab(
                    query.with("status", null, "coach", ListQuery.NONE),
                    "participants.without-coach",
                    all.withoutCoach(),
                    coachless));
        }
        for (Phase phase : Phase.values()) {
            int count = all.phases().getOrDefault(phase, 0);
            if (count > 0 || phase == chosen) {
                tabs.add(tab(
                        query.with("status", ListQuery.slug(phase), "coach", without(query)),
                        Texts.code(phase),
                        count,
                        phase == chosen));
            }
        }
        return tabs;
    }

    /** A tab takes the place of "without a coach", and leaves any other choice of a coach. */
    private static @org.jspecify.annotations.Nullable String without(ListQuery query) {
        return ListQuery.NONE.equals(query.coach()) ? null : query.coach();
    }

    private ViewTab tab(String href, String code, int count, boolean current) {
        return new ViewTab(href, texts.of(code), Bounded.shown(count), current);
    }

    private List<ViewTab> kept(Actor actor, ListQuery query) {
        List<KeptViews.View> known = views.of(actor);
        List<Integer> sizes =
                counts.of(actor, known.stream().map(KeptViews.View::read).toList());
        List<ViewTab> tabs = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            KeptViews.View view = known.get(i);
            tabs.add(new ViewTab(
                    view.href(),
                    view.name(),
                    Bounded.shown(sizes.get(i)),
                    query.q() == null && view.query().equals(query.kept())));
        }
        return tabs;
    }
}
