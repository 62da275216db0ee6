package nl.meedoen.placements.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.people.Sectors;
import nl.meedoen.placements.SizeBand;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.OwnRegions;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.view.Chip;
import nl.meedoen.webkit.view.Pager;
import nl.meedoen.webkit.view.ViewTab;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the list of employers of the actor's regions, by name. */
@Component
class EmployerList {

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Choices choices;
    private final Texts texts;

    EmployerList(JdbcClient jdbc, ParticipantScope scope, Choices choices, Texts texts) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.choices = choices;
        this.texts = texts;
    }

    /** What was asked of the list. */
    record EmployerQuery(
            @Nullable String q,
            @Nullable String sector,
            @Nullable String size,
            @Nullable String open,
            @Nullable String after,
            @Nullable String before) {

        public Sheet.Query address() {
            return Sheet.Query.of("/employers", "q", q, "sector", sector, "size", size, "open", open);
        }
    }

    record EmployerRow(
            EmployerId id,
            String name,
            String sector,
            SizeBand size,
            @Nullable String place,
            int open,
            int running,
            @Nullable LocalDate lastOn) {}

    record Page(
            List<ViewTab> tabs,
            EmployerQuery query,
            List<Option> sectors,
            List<Option> sizes,
            List<Chip> chips,
            String found,
            List<EmployerRow> rows,
            Pager pager) {}

    /** The three lists of this room. */
    static List<ViewTab> views(Texts texts, String current) {
        List<ViewTab> tabs = new ArrayList<>();
        for (String path : List.of("/employers", "/openings", "/placements")) {
            tabs.add(new ViewTab(path, texts.of("placements.view." + path.substring(1)), null, path.equals(current)));
        }
        return tabs;
    }

    @Transactional(readOnly = true)
    public Page page(Actor actor, EmployerQuery query) {
        Sheet.Turn turn = Sheet.Turn.of(query.after(), query.before(), 2);
        Narrowing narrowed = narrow(actor, query);
        int found = narrowed.count(jdbc, "employer e");
        ParticipantScope.Condition mine = scope.of(actor, "p", "participant_id");
        List<EmployerRow> rows = jdbc.sql("""
                        select e.id, e.name, e.sector, e.size, coalesce(e.town, m.name) place,
                            (select count(*) from opening o where o.employer_id = e.id and o.state = 'OPEN') open,
                            (select count(*) from placement p
                             where p.employer_id = e.id and p.state = 'RUNNING' and %1$s) running,
                            (select max(v.happened_on) from employer_event v where v.employer_id = e.id) last_on
                        from %6$s cross join lateral (
                            select e.* from employer e where %2$s %3$s order by e.name %4$s, e.id %4$s limit %5$d) e
                        left join municipality m on m.code = e.municipality_code
                        order by e.name %4$s, e.id %4$s limit %5$d
                        """.formatted(
                                mine.sql(),
                                narrowed.where(),
                                turn.condition("e.name, e.id", "text", "uuid"),
                                turn.direction(),
                                Sheet.SIZE + 1,
                                OwnRegions.SLICES))
                .params(narrowed.params())
                .params(mine.params())
                .params(turn.params())
                .query((row, n) -> new EmployerRow(
                        new EmployerId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        texts.of(Sectors.label(row.getString("sector"))),
                        SizeBand.valueOf(row.getString("size")),
                        row.getString("place"),
                        row.getInt("open"),
                        row.getInt("running"),
                        row.getObject("last_on", LocalDate.class)))
                .list();
        Sheet<EmployerRow> sheet =
                Sheet.cut(rows, turn, row -> Cursor.of(row.name(), row.id().toString()), query.address());
        return new Page(
                views(texts, "/employers"),
                query,
                choices.sectors(),
                choices.of(SizeBand.class),
                narrowed.chips(),
                texts.of("placements.employers.found", Bounded.shown(found)),
                sheet.rows(),
                sheet.pager());
    }

    private Narrowing narrow(Actor actor, EmployerQuery query) {
        Narrowing narrowed = Narrowing.ofRegions(actor, "e", query.address(), texts);
        if (query.q() != null) {
            narrowed.search(query.q(), "(e.folded like :q or e.kvk = :kvk)");
            narrowed.params().put("kvk", query.q().replaceAll("\\D", ""));
        }
        if (query.sector() != null && Sectors.CODES.contains(query.sector())) {
            narrowed.by("e.sector = :sector", "sector", query.sector());
            narrowed.chip(texts.of(Sectors.label(query.sector())), "sector");
        }
        narrowed.oneOf(SizeBand.values(), query.size(), "e.size", "size");
        if (query.open() != null) {
            narrowed.by("exists (select 1 from opening o where o.employer_id = e.id and o.state = 'OPEN')");
            narrowed.chip(texts.of("placements.with-openings"), "open");
        }
        return narrowed;
    }
}
