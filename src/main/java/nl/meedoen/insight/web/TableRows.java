package nl.meedoen.insight.web;

import static nl.meedoen.insight.figures.Measure.REGISTERED;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.insight.web.cards.AttendanceCard;
import nl.meedoen.insight.web.cards.FlowCard;
import nl.meedoen.insight.web.cards.Funnel;
import nl.meedoen.insight.web.cards.KindsCard;
import nl.meedoen.insight.web.cards.Kpi;
import nl.meedoen.insight.web.cards.LadderCard;
import nl.meedoen.insight.web.cards.QuartersCard;
import nl.meedoen.insight.web.cards.Say;
import nl.meedoen.insight.web.cards.View;
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;

/** A table of the dashboard as it goes into a file: what is hidden on the page is hidden here. */
record TableRows(String title, List<String> headings, List<List<? extends @Nullable Object>> rows) {

    static final List<String> OF_CARDS = List.of("key", "funnel", "ladder", "kinds", "attendance", "quarters", "flow");
    static final String AREAS = "areas";

    /** A table of no area, which has no rows. */
    static TableRows none(String table, Say say) {
        if (!OF_CARDS.contains(table) && !AREAS.equals(table)) {
            throw new NotFound();
        }
        return new TableRows(say.text("insight.table." + table), headings(table, say), List.of());
    }

    /**
     * @param parts null for an area without parts
     * @throws NotFound for a table that there is not
     */
    static TableRows of(String table, String area, View view, DashboardPage.@Nullable PartsCard parts) {
        Say say = view.say();
        List<List<? extends @Nullable Object>> rows = new ArrayList<>();
        switch (table) {
            case "key" -> key(view, rows);
            case "funnel" -> {
                for (Funnel.Row row : Funnel.of(view.figures(), say).rows()) {
                    rows.add(List.of(say.text("insight.step." + row.code()), say.value(row.figure()), row.rest()));
                }
            }
            case "ladder" -> ladder(view, rows);
            case "kinds" -> {
                for (KindsCard.Row row : KindsCard.of(view).rows()) {
                    rows.add(List.of(say.text("insight.kind." + row.code()), say.value(row.figure())));
                }
            }
            case "attendance" -> {
                for (AttendanceCard.Row row : AttendanceCard.of(view).rows()) {
                    rows.add(List.of(say.text("insight.attendance." + row.code()), say.value(row.figure())));
                }
            }
            case "quarters" -> {
                for (QuartersCard.Quarter quarter : QuartersCard.of(view).quarters()) {
                    rows.add(List.of(
                            quarter.year(),
                            say.text("insight.quarter." + quarter.number()),
                            say.value(quarter.figure()),
                            quarter.target() == null ? "" : quarter.target()));
                }
            }
            case "flow" -> {
                for (FlowCard.Row row : FlowCard.of(view).rows()) {
                    rows.add(List.of(
                            row.name(), say.value(row.registered()), say.value(row.begun()), say.value(row.left())));
                }
            }
            case AREAS -> areas(view, parts, rows);
            default -> throw new NotFound();
        }
        boolean open = AREAS.equals(table) || view.figures().of(REGISTERED).shown();
        String period = view.period().programme() ? "" : " " + view.words(view.period());
        return new TableRows(
                say.text("insight.table." + table) + " " + area + period,
                headings(table, say),
                open ? rows : List.of());
    }

    private static void key(View view, List<List<? extends @Nullable Object>> rows) {
        for (Kpi kpi : Kpi.of(view)) {
            rows.add(List.of(kpi.label(), kpi.value(), kpi.unit() == null ? "" : kpi.unit(), kpi.note()));
        }
    }

    private static void ladder(View view, List<List<? extends @Nullable Object>> rows) {
        Say say = view.say();
        for (LadderCard.Row row : LadderCard.of(view.figures(), say, "").rows()) {
            rows.add(List.of(
                    row.rung(), say.text("webkit.rung." + row.rung()), say.value(row.start()), say.value(row.now())));
        }
    }

    private static void areas(
            View view, DashboardPage.@Nullable PartsCard parts, List<List<? extends @Nullable Object>> rows) {
        if (parts == null) {
            return;
        }
        Say say = view.say();
        for (DashboardPage.Part part : parts.rows()) {
            rows.add(List.of(
                    part.name(),
                    say.value(part.registered()),
                    part.target() == null ? "" : part.target(),
                    say.value(part.placed()),
                    say.value(part.begun()),
                    part.begunTarget(),
                    part.waiting()));
        }
    }

    private static List<String> headings(String table, Say say) {
        List<String> headings = switch (table) {
            case "key" -> List.of("figure", "value", "unit", "note");
            case "funnel" -> List.of("step", "count", "rest");
            case "ladder" -> List.of("rung", "name", "start", "now");
            case "kinds" -> List.of("kind", "count");
            case "attendance" -> List.of("attendance", "count");
            case "quarters" -> List.of("year", "quarter", "count", "target");
            case "flow" -> List.of("period", "registered", "begun", "left");
            default -> List.of("area", "registered", "target", "placed", "begun", "begun-target", "waiting");
        };
        return headings.stream()
                .map(heading -> say.text("insight.column." + heading))
                .toList();
    }
}
