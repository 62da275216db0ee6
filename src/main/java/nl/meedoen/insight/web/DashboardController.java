package nl.meedoen.insight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.table.FileKind;
import nl.meedoen.webkit.table.TableExport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The dashboard of a municipality, of those that somebody serves, of a region or the country; and its tables. */
@Controller
class DashboardController {

    private final Dashboards dashboards;
    private final Words words;

    DashboardController(Dashboards dashboards, Words words) {
        this.dashboards = dashboards;
        this.words = words;
    }

    @Needs(Permission.DASHBOARD_VIEW)
    @GetMapping("/dashboard")
    String show(
            Actor actor,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String period,
            Model model) {
        model.addAttribute("page", dashboards.page(actor, area, period));
        return "insight/dashboard";
    }

    /** A table as a file; each is written to the trail, and there is an end to how many somebody takes in an hour. */
    @Needs(Permission.DASHBOARD_VIEW)
    @GetMapping("/dashboard/export.{kind}")
    void export(
            Actor actor,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String table,
            HttpServletResponse response)
            throws IOException {
        FileKind file = FileKind.ofExtension(kind).orElseThrow(NotFound::new);
        String named = table == null ? "funnel" : table;
        TableRows rows = dashboards.table(actor, area, period, named);
        try (TableExport written = TableExport.begin(
                file,
                response,
                "meedoen-" + named + (period == null || period.isBlank() ? "" : "-" + period) + "-" + words.today(),
                rows.title(),
                rows.headings())) {
            for (List<? extends @Nullable Object> row : rows.rows()) {
                written.row(row);
            }
        }
    }
}
