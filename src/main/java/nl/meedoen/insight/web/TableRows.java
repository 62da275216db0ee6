package nl.meedoen.insight.web;

import static nl.meedoen.insight.figures.Measure.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.meedoen.insight.figures.Area;
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;

/** A table of the dashboard as it goes into a file: what is hidden on the page is hidden here. */
record TableRows(String title, List<String> headings, List<List<? extends @Nullable Object>> rows) {

    static final List<String> OF_CARDS = List.of("key", "funnel", "ladder", "kinds", "quarters");
    static final String AREAS = "areas";

    /** @throws NotFound for a table that there is not */
    static TableRows of(
            String table, String area, FigureReader.Read read, LocalDate day, Say say, Function<Area, String> name) {
        FigureSet figures = read.figures();
        boolean open = figures.of(REGISTERED).shown();
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        List<String> headings = switch (table) {
            case "key" -> {
                for (Kpi kpi : Kpi.of(figures, say, day)) {
                    rows.add(List.of(
                            say.text("insight.kpi." + kpi.code()),
                            kpi.value(),
                            kpi.unit() == null ? "" : kpi.unit(),
                            kpi.note()));
                }
                yield List.of("figure", "value", "unit", "note");
            }
            case "funnel" -> {
                for (Funnel.Row row : Funnel.of(figures, say).rows()) {
                    rows.add(List.of(say.text("insight.step." + row.code()), say.value(row.figure()), row.rest()));
                }
                yield List.of("step", "count", "rest");
            }
            case "ladder" -> {
                for (LadderCard.Row row : LadderCard.of(figures, say, "").rows()) {
                    rows.add(List.of(
                            row.rung(),
                            say.text("webkit.rung." + row.rung()),
                            say.value(row.start()),
                            say.value(row.now())));
                }
                yield List.of("rung", "name", "start", "now");
            }
            case "kinds" -> {
                for (KindsCard.Row row : KindsCard.of(figures, say).rows()) {
                    rows.add(List.of(say.text("insight.kind." + row.code()), say.value(row.figure())));
                }
                yield List.of("kind", "count");
            }
            case "quarters" -> {
                for (QuartersCard.Quarter quarter :
                        QuartersCard.of(figures, say, day).quarters()) {
                    rows.add(List.of(
                            quarter.year(),
                            say.text("insight.quarter." + quarter.number()),
                            say.value(quarter.figure())));
                }
                yield List.of("year", "quarter", "count");
            }
            case AREAS -> {
                for (Area part : read.parts()) {
                    FigureSet of = read.ofParts().getOrDefault(part.code(), new FigureSet());
                    Object target = part.target() == null ? "" : part.target();
                    rows.add(List.of(
                            name.apply(part), say.value(of.of(REGISTERED)), say.value(of.of(STATE, "PLACED")), target));
                }
                open = true;
                yield List.of("area", "registered", "placed", "target");
            }
            default -> throw new NotFound();
        };
        return new TableRows(
                say.text("insight.table." + table) + " " + area,
                headings.stream()
                        .map(heading -> say.text("insight.column." + heading))
                        .toList(),
                open ? rows : List.of());
    }
}
