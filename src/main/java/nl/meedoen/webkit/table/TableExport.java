package nl.meedoen.webkit.table;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * Writes a table row by row as XLSX or CSV. Numbers, dates and truth values keep their type; any other value becomes
 * text, and text that a spreadsheet would take for a formula is disarmed. Nothing of the table is kept in memory but
 * the sheet's rows that have not been flushed yet; the last call is {@link #close()}.
 */
public final class TableExport implements AutoCloseable {

    private final TableFile file;

    private TableExport(TableFile file) {
        this.file = file;
    }

    /**
     * Begins a file for the reader's language.
     *
     * @param title the name of the sheet; a CSV file has none
     * @throws IOException when the stream cannot be written to
     */
    public static TableExport begin(FileKind kind, OutputStream out, String title, List<String> headings)
            throws IOException {
        TableFile file = switch (kind) {
            case XLSX -> new XlsxFile(out, title);
            case CSV -> new CsvFile(out, LocaleContextHolder.getLocale());
        };
        file.headings(headings.stream().map(Disarmed::text).toList());
        return new TableExport(file);
    }

    /**
     * Begins a file as the answer to a request: a download under this name that no cache keeps.
     *
     * @param name of the file, without its extension
     * @throws IOException when the answer cannot be written
     */
    public static TableExport begin(
            FileKind kind, HttpServletResponse response, String name, String title, List<String> headings)
            throws IOException {
        response.setContentType(kind.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + kind.extension(), java.nio.charset.StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return begin(kind, response.getOutputStream(), title, headings);
    }

    /** Adds a row: strings, numbers, {@code LocalDate}, {@code Boolean}; null is an empty cell. */
    public TableExport row(@Nullable Object... cells) throws IOException {
        return row(Arrays.asList(cells));
    }

    /** As {@link #row(Object...)}. */
    public TableExport row(List<? extends @Nullable Object> cells) throws IOException {
        file.row(cells.stream().<@Nullable Object>map(TableExport::cell).toList());
        return this;
    }

    /** Writes what is left; the stream itself stays open, it belongs to who opened it. */
    @Override
    public void close() throws IOException {
        file.finish();
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return value == null
                        || value instanceof Number
                        || value instanceof Boolean
                        || value instanceof java.time.LocalDate
                ? value
                : Disarmed.text(value.toString());
    }
}
