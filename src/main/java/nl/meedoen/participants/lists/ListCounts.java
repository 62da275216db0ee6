package nl.meedoen.participants.lists;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.Phase;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many stand in the parts of the list; each count stops at 1001, so that none reads more than a thousand rows of a slice. */
@Component
class ListCounts {

    private static final String NO_COACH = "no-coach";

    private static final String BOUNDED = """
            select %s part, c.n from %s%s cross join lateral
                (select count(*) n from (select 1 from glance g where %s and %s limit %d) x) c
            """;

    /** Counts over all whom the actor may see. */
    record Counts(Map<Phase, Integer> phases, int total, int withoutCoach, int waiting, int silent, int consent) {}

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final ListConditions conditions;
    private final Words words;

    ListCounts(JdbcClient jdbc, ParticipantScope scope, ListConditions conditions, Words words) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.conditions = conditions;
        this.words = words;
    }

    Counts of(Actor actor) {
        ParticipantScope.Slices mine = scope.slices(actor, "g", "participant_id");
        StringBuilder sql = new StringBuilder(BOUNDED.formatted(
                "phases.code",
                mine.from(),
                " cross join unnest(cast(:phases as text[])) phases(code)",
                mine.sql(),
                "g.phase = phases.code",
                Bounded.STOP));
        sql.append(" union all ").append(part(NO_COACH, mine, ListConditions.WITHOUT_COACH));
        for (String attention : ListQuery.ATTENTIONS) {
            sql.append(" union all ").append(part(attention, mine, ListConditions.attention(attention)));
        }
        Map<String, Object> params = new HashMap<>(mine.params());
        params.put("phases", Arrays.stream(Phase.values()).map(Enum::name).collect(joining(",", "{", "}")));
        params.put("today", words.today());
        Map<String, Integer> counts = counted(sql.toString(), params);
        Map<Phase, Integer> phases = new LinkedHashMap<>();
        int total = 0;
        for (Phase phase : Phase.values()) {
            int count = counts.getOrDefault(phase.name(), 0);
            phases.put(phase, count);
            total += count;
        }
        return new Counts(
                phases,
                total,
                counts.getOrDefault(NO_COACH, 0),
                counts.getOrDefault("waiting", 0),
                counts.getOrDefault("silent", 0),
                counts.getOrDefault("consent", 0));
    }

    /** How many stand in each of these views, all in one statement; a view may not hold a search. */
    List<Integer> of(Actor actor, List<ListQuery> views) {
        if (views.isEmpty()) {
            return List.of();
        }
        ParticipantScope.Slices mine = scope.slices(actor, "g", "participant_id");
        Map<String, Object> params = new HashMap<>(mine.params());
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < views.size(); i++) {
            String filters = conditions.filters(views.get(i).openTo(actor.role()), "v" + i + "_", params);
            sql.append(i == 0 ? "" : " union all ").append(part("v" + i, mine, "true" + filters));
        }
        Map<String, Integer> counts = counted(sql.toString(), params);
        return java.util.stream.IntStream.range(0, views.size())
                .mapToObj(i -> counts.getOrDefault("v" + i, 0))
                .toList();
    }

    private static String part(String code, ParticipantScope.Slices mine, String condition) {
        return BOUNDED.formatted("'" + code + "'", mine.from(), "", mine.sql(), condition, Bounded.STOP);
    }

    private Map<String, Integer> counted(String sql, Map<String, Object> params) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        jdbc.sql("select part, least(sum(n), " + Bounded.STOP + ") from (" + sql + ") parts group by part")
                .params(params)
                .query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }
}
