package nl.meedoen.participants.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.participants.AttendanceBand;
import nl.meedoen.privacy.Exports;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.table.FileKind;
import nl.meedoen.webkit.table.TableExport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A view of the list of participants as a file. */
@Component
class ListFile {

    /** A column: the end of its heading's key, and what stands in it. */
    private record Column(String code, Function<ListRow, @Nullable Object> cell) {}

    private final ListReader reader;
    private final Exports exports;
    private final Texts texts;
    private final Words words;

    ListFile(ListReader reader, Exports exports, Texts texts, Words words) {
        this.reader = reader;
        this.exports = exports;
        this.texts = texts;
        this.words = words;
    }

    /** Writes all rows of the view, in the columns that are for the actor. */
    void write(Actor actor, ListQuery query, FileKind kind, HttpServletResponse response) throws IOException {
        List<Column> columns = actor.role() == Role.CLIENT_MANAGER ? shared() : own();
        List<ListRow> rows = new ArrayList<>();
        reader.each(actor, query, rows::add);
        exports.register(actor, "participants", String.valueOf(rows.size()));
        String name = texts.of("participants.file") + "-" + words.today();
        List<String> headings = columns.stream()
                .map(column -> texts.of("participants.column." + column.code()))
                .toList();
        try (TableExport table = TableExport.begin(kind, response, name, texts.of("participants.title"), headings)) {
            for (ListRow row : rows) {
                List<@Nullable Object> cells = new ArrayList<>();
                columns.forEach(column -> cells.add(column.cell().apply(row)));
                table.row(cells);
            }
        }
    }

    private List<Column> own() {
        return List.of(
                new Column("number", ListRow::number),
                new Column("name", ListRow::name),
                new Column("municipality", ListRow::municipality),
                new Column("language", ListRow::language),
                new Column("phase", row -> texts.of(row.phase())),
                new Column("rung-start", ListRow::rungStart),
                new Column("rung-now", ListRow::rungNow),
                new Column("next-step", ListRow::nextStep),
                new Column("due", ListRow::nextStepOn),
                new Column("coach", ListRow::coachName),
                new Column("last-contact", ListRow::lastContactOn));
    }

    /** What the municipality may see of its residents. */
    private List<Column> shared() {
        return List.of(
                new Column("number", ListRow::number),
                new Column("name", ListRow::name),
                new Column("municipality", ListRow::municipality),
                new Column("phase", row -> texts.of(row.phase())),
                new Column("rung-start", ListRow::rungStart),
                new Column("rung-now", ListRow::rungNow),
                new Column(
                        "attendance",
                        row -> AttendanceBand.of(row.attendancePercent())
                                .map(texts::of)
                                .orElse(null)),
                new Column(
                        "placement", row -> row.placementKind() == null ? null : texts.of(kindOf(row.placementKind()))),
                new Column("coach", ListRow::coachName),
                new Column("review", ListRow::nextReviewOn));
    }

    static String kindOf(String placementKind) {
        return "opening-kind." + placementKind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
