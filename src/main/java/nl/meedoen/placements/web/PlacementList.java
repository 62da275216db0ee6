package nl.meedoen.placements.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.PlacementState;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the list of placements of the actor's own participants, most attention first. */
@Component
class PlacementList {

    static final String NEAR_TERM = "p.state = 'RUNNING' and p.ends_on <= app_today() + 14";
    static final String CHECK_IN_DUE =
            "exists (select 1 from check_in c where c.placement_id = p.id and c.done_on is null and c.due_on <= app_today())";
    static final String SILENT = "p.state in ('PROPOSED', 'INTERVIEW') and p.proposed_on < app_today() - 14";

    /** Proposals that have waited longest, then what ends first, then the rest. */
    private static final String SORT = """
            case when p.state in ('PROPOSED', 'INTERVIEW', 'AGREED') then p.proposed_on
                 when p.state = 'RUNNING' then coalesce(p.ends_on, date 'infinity') else date 'infinity' end""";

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
            List<Sheet.Tab> rooms,
            List<Sheet.Count> attention,
            List<Sheet.Tab> tabs,
            PlacementQuery query,
            List<Option> kinds,
            List<Sheet.Chip> chips,
            String found,
            List<Row> rows,
            Sheet.Pager pager) {}

    @Transactional(readOnly = true)
    public Page page(Actor actor, PlacementQuery query) {
        Sheet.Turn turn = Sheet.Turn.of(query.after(), query.before(), 2);
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        StringBuilder where = new StringBuilder(" where ").append(mine.sql());
        Map<String, Object> params = new LinkedHashMap<>(mine.params());
        List<Sheet.Chip> chips = narrow(query, where, params);
        String from = " from placement p join glance g on g.participant_id = p.participant_id";
        int found = jdbc.sql("select count(*) from (select 1" + from + where + " limit 1001) x")
                .params(params)
                .query(Integer.class)
                .single();
        List<Row> rows = jdbc.sql("""
                        select p.id, g.name, g.number, e.name employer, p.kind, p.state, p.proposed_on, p.starts_on,
                            p.ends_on, p.hours_a_week,
                            (select min(c.due_on) from check_in c where c.placement_id = p.id and c.done_on is null) check_in,
                            %1$s near, cast(%2$s as text) sort_on
                        %3$s join employer e on e.id = p.employer_id
                        %4$s %5$s order by %2$s %6$s, p.id %6$s limit %7$d
                        """.formatted(
                                "(" + NEAR_TERM + ")",
                                SORT,
                                from,
                                where,
                                turn.condition(SORT + ", p.id", "date", "uuid"),
                                turn.direction(),
                                Sheet.SIZE + 1))
                .params(params)
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
                actor.may(Permission.EMPLOYERS_EDIT) ? EmployerPages.views(texts, "/placements") : List.of(),
                attention(counts),
                tabs(query, counts),
                query,
                choices.of(OpeningKind.class),
                chips,
                texts.of("placements.placements.found", found > 1000 ? -1 : found),
                sheet.rows(),
                sheet.pager());
    }

    private List<Sheet.Chip> narrow(PlacementQuery query, StringBuilder where, Map<String, Object> params) {
        List<Sheet.Chip> chips = new ArrayList<>();
        Sheet.Query address = query.address();
        List<PlacementState> states = query.view() == null ? null : VIEWS.get(query.view());
        if (states != null) {
            where.append(" and p.state = any(cast(:states as text[]))");
            params.put(
                    "states",
                    states.stream().map(Enum::name).collect(java.util.stream.Collectors.joining(",", "{", "}")));
        }
        for (OpeningKind kind : OpeningKind.values()) {
            if (kind.name().equals(query.kind())) {
                where.append(" and p.kind = :kind");
                params.put("kind", kind.name());
                chips.add(new Sheet.Chip(texts.of(kind), address.with("kind", null)));
            }
        }
        String condition = query.attention() == null ? null : condition(query.attention());
        if (condition != null) {
            where.append(" and ").append(condition);
            chips.add(
                    new Sheet.Chip(texts.of("placements.chip." + query.attention()), address.with("attention", null)));
        }
        return chips;
    }

    private static @Nullable String condition(String attention) {
        return switch (attention) {
            case "term" -> NEAR_TERM;
            case "check-in" -> CHECK_IN_DUE;
            case "silent" -> SILENT;
            default -> null;
        };
    }

    private Map<String, Integer> counts(Actor actor) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        return jdbc.sql("""
                        select count(*) total,
                            count(*) filter (where p.state in ('PROPOSED', 'INTERVIEW', 'AGREED')) open,
                            count(*) filter (where p.state = 'RUNNING') running,
                            count(*) filter (where p.state in ('FINISHED', 'STOPPED')) ended,
                            count(*) filter (where %s) term, count(*) filter (where %s) due, count(*) filter (where %s) silent
                        from placement p join glance g on g.participant_id = p.participant_id where %s
                        """.formatted(NEAR_TERM, CHECK_IN_DUE, SILENT, mine.sql()))
                .params(mine.params())
                .query((row, n) -> Map.of(
                        "total", row.getInt("total"),
                        "open", row.getInt("open"),
                        "running", row.getInt("running"),
                        "ended", row.getInt("ended"),
                        "term", row.getInt("term"),
                        "check-in", row.getInt("due"),
                        "silent", row.getInt("silent")))
                .single();
    }

    private List<Sheet.Count> attention(Map<String, Integer> counts) {
        List<Sheet.Count> list = new ArrayList<>();
        for (String code : List.of("term", "check-in", "silent")) {
            int count = counts.getOrDefault(code, 0);
            list.add(new Sheet.Count(
                    count, texts.of("placements.count." + code, count), "/placements?attention=" + code));
        }
        return list;
    }

    private List<Sheet.Tab> tabs(PlacementQuery query, Map<String, Integer> counts) {
        List<Sheet.Tab> tabs = new ArrayList<>();
        boolean known = query.view() != null && VIEWS.containsKey(query.view());
        tabs.add(new Sheet.Tab(
                query.address().with("view", null), texts.of("placements.view.all"), counts.get("total"), !known));
        for (String view : VIEWS.keySet()) {
            tabs.add(new Sheet.Tab(
                    query.address().with("view", view),
                    texts.of("placements.view." + view),
                    counts.get(view),
                    view.equals(query.view())));
        }
        return tabs;
    }
}
