package nl.meedoen.placements.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.OpeningState;
import nl.meedoen.placements.PlacementState;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.Employers;
import nl.meedoen.placements.market.OpeningDetails;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.placements.market.Openings;
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

/** Reads the list of what employers offer, and the page of one opening. */
@Component
class OpeningPages {

    private final JdbcClient jdbc;
    private final Openings openings;
    private final Employers employers;
    private final ParticipantScope scope;
    private final Choices choices;
    private final Texts texts;

    OpeningPages(
            JdbcClient jdbc,
            Openings openings,
            Employers employers,
            ParticipantScope scope,
            Choices choices,
            Texts texts) {
        this.jdbc = jdbc;
        this.openings = openings;
        this.employers = employers;
        this.scope = scope;
        this.choices = choices;
        this.texts = texts;
    }

    /** What was asked of the list; without a state it shows what is open. */
    record OpeningQuery(
            @Nullable String q,
            @Nullable String kind,
            @Nullable String state,
            @Nullable String after,
            @Nullable String before) {

        public Sheet.Query address() {
            return Sheet.Query.of("/openings", "q", q, "kind", kind, "state", state);
        }
    }

    record OpeningRow(
            OpeningId id,
            String title,
            String employer,
            OpeningKind kind,
            OpeningState state,
            @Nullable String level,
            int places,
            int taken,
            @Nullable BigDecimal hours,
            @Nullable String place,
            LocalDate openedOn,
            long age) {}

    record OpeningList(
            List<ViewTab> tabs,
            OpeningQuery query,
            List<Option> kinds,
            List<Option> states,
            List<Chip> chips,
            String found,
            List<OpeningRow> rows,
            Pager pager) {}

    record PlacementRow(
            UUID id,
            String name,
            PlacementState state,
            LocalDate proposedOn,
            @Nullable LocalDate startsOn) {}

    record OpeningPage(
            OpeningId id,
            EmployerId employer,
            String employerName,
            OpeningDetails details,
            @Nullable String level,
            @Nullable String municipality,
            OpeningState state,
            int taken,
            boolean mayPropose,
            List<PlacementRow> placements) {}

    @Transactional(readOnly = true)
    public OpeningList list(Actor actor, OpeningQuery query) {
        Sheet.Turn turn = Sheet.Turn.of(query.after(), query.before(), 2);
        Narrowing narrowed = narrow(actor, query);
        int found = narrowed.count(jdbc, "opening o");
        // What has waited longest comes first: (opened_on, id) goes up.
        List<OpeningRow> rows = jdbc.sql("""
                        select o.*, e.name employer, m.name place, app_today() - o.opened_on age
                        from %1$s cross join lateral (
                            select o.* from opening o
                            where %2$s %3$s order by o.opened_on %4$s, o.id %4$s limit %5$d) o
                        join employer e on e.id = o.employer_id
                        left join municipality m on m.code = o.municipality_code
                        order by o.opened_on %4$s, o.id %4$s limit %5$d
                        """.formatted(
                                OwnRegions.SLICES,
                                narrowed.where(),
                                turn.condition("o.opened_on, o.id", "date", "uuid"),
                                turn.direction(),
                                Sheet.SIZE + 1))
                .params(narrowed.params())
                .params(turn.params())
                .query((row, n) -> new OpeningRow(
                        new OpeningId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        row.getString("employer"),
                        OpeningKind.valueOf(row.getString("kind")),
                        OpeningState.valueOf(row.getString("state")),
                        choices.level(row.getString("language_level")),
                        row.getInt("places"),
                        row.getInt("taken"),
                        row.getBigDecimal("hours_a_week"),
                        row.getString("place"),
                        row.getObject("opened_on", LocalDate.class),
                        row.getLong("age")))
                .list();
        Sheet<OpeningRow> sheet = Sheet.cut(
                rows, turn, row -> Cursor.of(row.openedOn().toString(), row.id().toString()), query.address());
        List<Option> states = new ArrayList<>(choices.of(OpeningState.class));
        states.add(new Option("ALL", texts.of("placements.all-states")));
        return new OpeningList(
                EmployerList.views(texts, "/openings"),
                query,
                choices.of(OpeningKind.class),
                states,
                narrowed.chips(),
                texts.of("placements.openings.found", Bounded.shown(found)),
                sheet.rows(),
                sheet.pager());
    }

    private Narrowing narrow(Actor actor, OpeningQuery query) {
        Narrowing narrowed = Narrowing.ofRegions(actor, "o", query.address(), texts);
        if (query.q() != null) {
            narrowed.search(
                    query.q(),
                    "(o.folded like :q or exists (select 1 from employer x where x.id = o.employer_id and x.folded like :q))");
        }
        narrowed.oneOf(OpeningKind.values(), query.kind(), "o.kind", "kind");
        String state = query.state() == null ? OpeningState.OPEN.name() : query.state();
        for (OpeningState one : OpeningState.values()) {
            if (one.name().equals(state)) {
                narrowed.by("o.state = :state", "state", state);
            }
        }
        return narrowed;
    }

    @Transactional(readOnly = true)
    public OpeningPage page(Actor actor, OpeningId id) {
        Openings.Read opening = openings.read(actor, id);
        OpeningDetails details = opening.details();
        return new OpeningPage(
                id,
                opening.employer(),
                employers.read(actor, opening.employer()).details().name(),
                details,
                details.language() == null ? null : details.language().display(),
                choices.municipalityName(details.municipalityCode()),
                opening.state(),
                opening.taken(),
                opening.state() == OpeningState.OPEN,
                placements(actor, id));
    }

    private List<PlacementRow> placements(Actor actor, OpeningId id) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        return jdbc.sql("""
                        select p.id, g.name, p.state, p.proposed_on, p.starts_on
                        from placement p join glance g on g.participant_id = p.participant_id
                        where p.opening_id = :opening and %s
                        order by p.state in ('FINISHED', 'STOPPED'), p.proposed_on desc, p.id desc limit 100
                        """.formatted(mine.sql()))
                .param("opening", id.value())
                .params(mine.params())
                .query((row, n) -> new PlacementRow(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        PlacementState.valueOf(row.getString("state")),
                        row.getObject("proposed_on", LocalDate.class),
                        row.getObject("starts_on", LocalDate.class)))
                .list();
    }
}
