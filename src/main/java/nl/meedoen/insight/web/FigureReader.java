package nl.meedoen.insight.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.insight.figures.Area;
import nl.meedoen.insight.figures.AreaKind;
import nl.meedoen.insight.figures.Targets;
import nl.meedoen.insight.suppression.Mark;
import nl.meedoen.insight.web.cards.Figure;
import nl.meedoen.insight.web.cards.FigureSet;
import nl.meedoen.insight.web.cards.Goals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads counters, and nothing that grows with the number of participants: five statements a page. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class FigureReader {

    /** What a page needs: the areas to choose from, and the figures of the chosen one and of what it is made of. */
    record Read(
            AreaChoice choice,
            FigureSet figures,
            List<Area> parts,
            Map<String, FigureSet> ofParts,
            Map<String, Targets.Target> targets,
            @Nullable Instant refreshedAt) {}

    private static final String AREAS = """
            select code, kind, name, parent, municipalities, target from figure_area
            where kind = any(cast(:kinds as text[])) and (:all or municipalities <@ cast(:served as text[]))
            order by position
            """;

    private static final String FIGURES = """
            select area_code, measure, dimension, mark, n, average from figure_counter
            where area_code = :area
               or (area_code = any(cast(:parts as text[])) and (measure = 'REGISTERED' or dimension = 'PLACED'
                   or (measure = 'BEGUN' and length(dimension) > 3) or measure = 'WAITING_DAYS'))
            """;

    private final JdbcClient jdbc;
    private final Targets targets;

    FigureReader(JdbcClient jdbc, Targets targets) {
        this.jdbc = jdbc;
        this.targets = targets;
    }

    /** @throws nl.meedoen.webkit.NotFound for an area out of reach */
    Read read(Actor actor, @Nullable String wanted) {
        // one round trip for what a coordinator serves and for the time
        record Served(List<String> codes, @Nullable Instant at) {}
        Served served = jdbc.sql("select app_served(), (select refreshed_at from figure_refresh)")
                .query((row, n) -> new Served(
                        java.util.Arrays.stream((String[]) row.getArray(1).getArray())
                                .sorted()
                                .distinct()
                                .toList(),
                        row.getTimestamp(2) == null ? null : row.getTimestamp(2).toInstant()))
                .single();
        boolean country = actor.role() == Role.NATIONAL_LEAD;
        List<Area> areas = jdbc.sql(AREAS)
                .param("kinds", country ? "{COUNTRY,REGION}" : "{GROUP,MUNICIPALITY}")
                .param("all", country)
                .param("served", "{" + String.join(",", served.codes()) + "}")
                .query((row, n) -> area(row))
                .list();
        AreaChoice choice = AreaChoice.of(actor, areas, served.codes(), wanted);
        List<Area> parts = choice.chosen()
                .map(chosen ->
                        areas.stream().filter(area -> isPart(area, chosen)).toList())
                .orElse(List.of());
        Map<String, FigureSet> sets = new HashMap<>();
        choice.chosen().ifPresent(chosen -> figures(chosen, parts, sets));
        FigureSet own = choice.chosen()
                .map(chosen -> sets.getOrDefault(chosen.code(), new FigureSet()))
                .orElseGet(FigureSet::new);
        Map<String, Targets.Target> aims = choice.chosen()
                .map(chosen -> targets.of(Goals.codes(chosen, parts)))
                .orElse(Map.of());
        return new Read(choice, own, parts, sets, aims, served.at());
    }

    private static boolean isPart(Area area, Area whole) {
        return switch (whole.kind()) {
            case COUNTRY -> area.kind() == AreaKind.REGION;
            case REGION, MUNICIPALITY -> false;
            case GROUP ->
                area.kind() == AreaKind.MUNICIPALITY && whole.municipalities().containsAll(area.municipalities());
        };
    }

    private void figures(Area chosen, List<Area> parts, Map<String, FigureSet> sets) {
        jdbc.sql(FIGURES)
                .param("area", chosen.code())
                .param(
                        "parts",
                        parts.stream()
                                .map(Area::code)
                                .toList()
                                .toString()
                                .replace('[', '{')
                                .replace(']', '}'))
                .query((ResultSet row) -> {
                    Figure figure = new Figure(Mark.valueOf(row.getString("mark")), row.getLong("n"));
                    sets.computeIfAbsent(row.getString("area_code"), code -> new FigureSet())
                            .add(
                                    row.getString("measure"),
                                    row.getString("dimension"),
                                    figure,
                                    row.getBigDecimal("average"));
                });
    }

    private static Area area(ResultSet row) throws SQLException {
        int target = row.getInt("target");
        Integer set = row.wasNull() || target == 0 ? null : target;
        return new Area(
                Objects.requireNonNull(row.getString("code")),
                AreaKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("parent"),
                List.of((String[]) row.getArray("municipalities").getArray()),
                set);
    }
}
