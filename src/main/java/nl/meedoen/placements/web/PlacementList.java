package nl.meedoen.placements.web;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.PlacementState;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.view.AttentionCount;
import nl.meedoen.webkit.view.Chip;
import nl.meedoen.webkit.view.Pager;
import nl.meedoen.webkit.view.ViewTab;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the list of placements of the actor's own participants, most attention first. */
@Component
class PlacementList {

    private static final List<String> ATTENTIONS = List.of("term", "check-in", "silent");
    static final String NEAR_TERM = "p.state = 'RUNNING' and p.ends_on <= app_today() + 14";
    static final String CHECK_IN_DUE =
            "exists (select 1 from check_in c where c.placement_id = p.id and c.done_on is null and c.due_on <= app_today())";
    static final String SILENT = "p.state in ('PROPOSED', 'INTERVIEW') and p.proposed_on < app_today() - 14";

    private static final Map<String, List<PlacementState>> VIEWS = new LinkedHashMap<>();

    static {
        VIEWS.put("open", List.of(PlacementState.PROPOSED, PlacementState.INTERVIEW, PlacementState.AGREED));
        VIEWS.put("running", List.of(PlacementState.RUNNING));
        VIEWS.put("ended", List.of(PlacementState.FINISHED, PlacementState.STOPPED));
    }

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Choices choices;
    private final Texts texts;

    PlacementList(JdbcClient jdbc, ParticipantScope scope, Choices choices, Texts texts) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.choices = choices;
        this.texts = texts;
    }

    /** What was asked of the list. */
    record PlacementQuery(
            @Nullable String view,
            @Nullable String kind,
            @Nullable String attention,
            @Nullable String after,
            @Nullable String before) {

        public Sheet.Query address() {
            return Sheet.Query.of("/placements", "view", view, "kind", kind, "attention", attention);
        }
    }

    record Row(
            UUID id,
            String name,
            String number,
            String employer,
            OpeningKind kind,
            PlacementState state,
            LocalDate proposedOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable BigDecimal hours,
            @Nullable LocalDate checkInOn,
            boolean near,
            String sortOn) {}

    record Page(
            List<ViewTab> rooms,
            List<AttentionCount> attention,
            List<ViewTab> tabs,
            PlacementQuery query,
            List<Option> kinds,
            List<Chip> chips,
            String found,
            List<Row> rows,
            Pager pager) {}

    @Transactional(readOnly = true)
    public Page page(Actor actor, PlacementQuery query) {
        Sheet.Turn turn = Sheet.Turn.of(query.after(), query.before(), 2);
        ParticipantScope.Slices mine = scope.slices(actor, "p", "participant_id");
        Narrowing narrowed = narrow(mine, query);
        int found = narrowed.count(jdbc, "placement p");
        List<Row> rows = jdbc.sql("""
                        select p.id, g.name, g.number, e.name employer, p.kind, p.state, p.proposed_on, p.starts_on,
                            p.ends_on, p.hours_a_week, cast(p.sort_on as text) sort_on, %1$s near,
                            (select min(c.due_on) from check_in c where c.placement_id = p.id and c.done_on is null) check_in
                        from %2$s cross join lateral (
                            select p.* from placement p where %3$s %4$s order by p.sort_on %5$s, p.id %5$s limit %6$d) p
                        join glance g on g.participant_id = p.participant_id
                        join employer e on e.id = p.employer_id
                        order by p.sort_on %5$s, p.id %5$s limit %6$d
                        """.formatted(
                                "(" + NEAR_TERM + ")",
                                mine.from(),
                                narrowed.where(),
                                turn.condition("p.sort_on, p.id", "date", "uuid"),
                                turn.direction(),
                                Sheet.SIZE + 1))
                .params(narrowed.params())
                .params(turn.params())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("number"),
                        row.getString("employer"),
                        OpeningKind.valueOf(row.getString("kind")),
                        PlacementState.valueOf(row.getString("state")),
                        row.getObject("proposed_on", LocalDate.class),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        row.getBigDecimal("hours_a_week"),
                        row.getObject("check_in", LocalDate.class),
                        row.getBoolean("near"),
                        row.getString("sort_on")))
                .list();
        Sheet<Row> sheet =
                Sheet.cut(rows, turn, row -> Cursor.of(row.sortOn(), row.id().toString()), query.address());
        Map<String, Integer> counts = counts(actor);
        return new Page(
                actor.may(Permission.EMPLOYERS_EDIT) ? EmployerList.views(texts, "/placements") : List.of(),
                attention(counts),
                tabs(query, counts),
                query,
                choices.of(OpeningKind.class),
                narrowed.chips(),
                texts.of("placements.placements.found", Bounded.shown(found)),
                sheet.rows(),
                sheet.pager());
    }

    private Narrowing narrow(ParticipantScope.Slices mine, PlacementQuery query) {
        Narrowing narrowed = new Narrowing(mine.from(), mine.sql(), mine.params(), query.address(), texts);
        List<PlacementState> states = query.view() == null ? null : VIEWS.get(query.view());
        if (states != null) {
            narrowed.by("p.state = any(cast(:states as text[]))", "states", codes(states));
        }
        narrowed.oneOf(OpeningKind.values(), query.kind(), "p.kind", "kind");
        String condition = query.attention() == null ? null : condition(query.attention());
        if (condition != null) {
            narrowed.by(condition);
            narrowed.chip(texts.of("placements.chip." + query.attention()), "attention");
        }
        return narrowed;
    }

    private static @Nullable String condition(String attention) {
        return switch (attention) {
            case "term" -> NEAR_TERM;
            case "check-in" -> CHECK_IN_DUE;
            case "silent" -> SILENT;
            default -> null;
        };
    }

    /** Each count stops at 1001, so that none of them reads more than a thousand rows of a slice. */
    private Map<String, Integer> counts(Actor actor) {
        ParticipantScope.Slices mine = scope.slices(actor, "p", "participant_id");
        String bounded = """
                select %s part, c.n from %s%s cross join lateral
                    (select count(*) n from (select 1 from placement p where %s and %s limit %d) x) c
                """;
        StringBuilder sql = new StringBuilder(bounded.formatted(
                "states.code",
                mine.from(),
                " cross join unnest(cast(:codes as text[])) states(code)",
                mine.sql(),
                "p.state = states.code",
                Bounded.STOP));
        for (String attention : ATTENTIONS) {
            sql.append(" union all ")
                    .append(bounded.formatted(
                            "'" + attention + "'", mine.from(), "", mine.sql(), condition(attention), Bounded.STOP));
        }
        Map<String, Integer> parts = new HashMap<>();
        jdbc.sql("select part, least(sum(n), " + Bounded.STOP + ") from (" + sql + ") parts group by part")
                .params(mine.params())
                .param("codes", codes(List.of(PlacementState.values())))
                .query(row -> {
                    parts.put(row.getString(1), row.getInt(2));
                });
        Map<String, Integer> counts = new HashMap<>(parts);
        VIEWS.forEach((view, states) -> counts.put(
                view,
                states.stream()
                        .mapToInt(state -> parts.getOrDefault(state.name(), 0))
                        .sum()));
        counts.put("total", VIEWS.keySet().stream().mapToInt(counts::get).sum());
        counts.replaceAll((part, count) -> Bounded.shown(count));
        return counts;
    }

    private static String codes(List<PlacementState> states) {
        return states.stream().map(Enum::name).collect(joining(",", "{", "}"));
    }

    private List<AttentionCount> attention(Map<String, Integer> counts) {
        List<AttentionCount> list = new ArrayList<>();
        for (String code : ATTENTIONS) {
            int count = counts.getOrDefault(code, 0);
            list.add(new AttentionCount(
                    count, texts.of("placements.count." + code, count), "/placements?attention=" + code));
        }
        return list;
    }

    private List<ViewTab> tabs(PlacementQuery query, Map<String, Integer> counts) {
        List<ViewTab> tabs = new ArrayList<>();
        boolean known = query.view() != null && VIEWS.containsKey(query.view());
        tabs.add(new ViewTab(
                query.address().with("view", null), texts.of("placements.view.all"), counts.get("total"), !known));
        for (String view : VIEWS.keySet()) {
            tabs.add(new ViewTab(
                    query.address().with("view", view),
                    texts.of("placements.view." + view),
                    counts.get(view),
                    view.equals(query.view())));
        }
        return tabs;
    }
}
