package nl.meedoen.participants.lists;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
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

/** A view of the list of participants as a file: the columns that stand on the screen, in its order. */
@Component
public class ListFile {

    /** A column of the file: the end of its heading's key, and what stands in it. */
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

    /** Writes all rows of the view, in the columns that were chosen and are for the actor. */
    void write(Actor actor, ListQuery query, FileKind kind, HttpServletResponse response) throws IOException {
        List<Column> columns = columns(actor.role(), query);
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

    private List<Column> columns(Role role, ListQuery query) {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("number", ListRow::number));
        columns.add(new Column("name", ListRow::name));
        // what stands under the name
        columns.add(
                role == Role.CLIENT_MANAGER
                        ? new Column("municipality", ListRow::municipality)
                        : new Column("language", ListRow::language));
        ListColumn.chosen(role, query.columns()).forEach(column -> columns.addAll(of(column)));
        return columns;
    }

    private List<Column> of(ListColumn column) {
        return switch (column) {
            case PHASE -> List.of(new Column("phase", row -> texts.of(row.phase())));
            case RUNG ->
                List.of(new Column("rung-start", ListRow::rungStart), new Column("rung-now", ListRow::rungNow));
            case NEXT_STEP ->
                List.of(new Column("next-step", ListRow::nextStep), new Column("due", ListRow::nextStepOn));
            case PLACEMENT -> List.of(new Column("placement", row -> placement(row.placementKind())));
            case COACH -> List.of(new Column("coach", ListRow::coachName));
            case LAST_CONTACT -> List.of(new Column("last-contact", ListRow::lastContactOn));
            case MUNICIPALITY -> List.of(new Column("municipality", ListRow::municipality));
            case REGISTERED -> List.of(new Column("registered", ListRow::registeredOn));
            case APPOINTMENT -> List.of(new Column("appointment", ListFile::appointment));
            case ATTENDANCE -> List.of(new Column("attendance", row -> attendance(row.attendancePercent())));
            case REVIEW -> List.of(new Column("review", ListRow::nextReviewOn));
        };
    }

    private static @Nullable LocalDate appointment(ListRow row) {
        return row.appointmentAt() == null ? null : LocalDate.ofInstant(row.appointmentAt(), Words.ZONE);
    }

    private @Nullable String attendance(@Nullable Integer percent) {
        return AttendanceBand.of(percent).map(texts::of).orElse(null);
    }

    private @Nullable String placement(@Nullable String kind) {
        return kind == null ? null : texts.of(kindOf(kind));
    }

    /** The message code of a kind of placement. */
    public static String kindOf(String placementKind) {
        return "opening-kind." + placementKind.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
