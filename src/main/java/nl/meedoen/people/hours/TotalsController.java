package nl.meedoen.people.hours;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.privacy.Exports;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.table.FileKind;
import nl.meedoen.webkit.table.TableExport;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The hours of all coaches of the own locations, on the page and as a file. */
@Controller
class TotalsController {

    /** A coach with the hours of the quarters and of the year. */
    public record Row(AccountId coach, String name, List<String> quarters, String total) {}

    /** A year; previous and next are years that may hold something. */
    public record TotalsPage(
            int year, int previous, @Nullable Integer next, List<Row> rows, String total, String csv, String xlsx) {}

    private final VolunteerHours hours;
    private final Exports exports;
    private final Trail trail;
    private final Texts texts;

    TotalsController(VolunteerHours hours, Exports exports, Trail trail, Texts texts) {
        this.hours = hours;
        this.exports = exports;
        this.trail = trail;
        this.texts = texts;
    }

    @Needs(Permission.STAFF_INVITE)
    @GetMapping("/coaches/hours")
    @Transactional
    public String totals(Actor actor, @RequestParam(required = false) @Nullable String year, Model model) {
        int chosen = year(year);
        List<VolunteerHours.Year> years = hours.of(actor, chosen);
        trail.note(actor, Trail.Action.LISTED, "people.hours", null);
        model.addAttribute(
                "page",
                new TotalsPage(
                        chosen,
                        chosen - 1,
                        chosen < hours.now().getYear() ? chosen + 1 : null,
                        years.stream().map(TotalsController::row).toList(),
                        text(years.stream().mapToInt(VolunteerHours.Year::total).sum()),
                        "/coaches/hours/export.csv?year=" + chosen,
                        "/coaches/hours/export.xlsx?year=" + chosen));
        return "people/hours-totals";
    }

    @Needs(Permission.STAFF_INVITE)
    @GetMapping("/coaches/hours/export.{kind}")
    @Transactional
    public void export(
            Actor actor,
            @RequestParam(required = false) @Nullable String year,
            @PathVariable String kind,
            HttpServletResponse response)
            throws IOException {
        FileKind file = FileKind.ofExtension(kind).orElseThrow(NotFound::new);
        int chosen = year(year);
        List<VolunteerHours.Year> years = hours.of(actor, chosen);
        exports.register(actor, "people.hours", String.valueOf(years.size()));
        List<String> headings = new ArrayList<>();
        headings.add(texts.of("people.column.coach"));
        for (Month month : Month.values()) {
            headings.add(month.getDisplayName(TextStyle.FULL_STANDALONE, LocaleContextHolder.getLocale()));
        }
        headings.add(texts.of("people.hours.sum"));
        String title = texts.of("people.hours.title", String.valueOf(chosen));
        try (TableExport table =
                TableExport.begin(file, response, texts.of("people.hours.file") + "-" + chosen, title, headings)) {
            for (VolunteerHours.Year one : years) {
                List<Object> cells = new ArrayList<>();
                cells.add(one.name());
                Arrays.stream(one.minutes()).forEach(minutes -> cells.add(HoursText.hours(minutes)));
                cells.add(HoursText.hours(one.total()));
                table.row(cells);
            }
        }
    }

    private int year(@Nullable String typed) {
        return typed != null && typed.matches("20\\d\\d")
                ? Integer.parseInt(typed)
                : hours.now().getYear();
    }

    private static Row row(VolunteerHours.Year year) {
        List<String> quarters = new ArrayList<>();
        for (int first = 0; first < 12; first += 3) {
            quarters.add(text(Arrays.stream(year.minutes(), first, first + 3).sum()));
        }
        return new Row(year.coach(), year.name(), quarters, text(year.total()));
    }

    private static String text(int minutes) {
        String plain = HoursText.hours(minutes).toPlainString();
        return "nl".equals(LocaleContextHolder.getLocale().getLanguage()) ? plain.replace('.', ',') : plain;
    }
}
