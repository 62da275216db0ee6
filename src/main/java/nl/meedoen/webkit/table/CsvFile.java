package nl.meedoen.webkit.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/**
 * Text as a Dutch spreadsheet opens it at a double click: UTF-8 with a mark, semicolons, a decimal comma. Text is
 * always quoted, so that a comma in it does not begin a new cell where commas separate.
 */
final class CsvFile implements TableFile {

    private static final CSVFormat FORMAT = CSVFormat.Builder.create()
            .setDelimiter(';')
            .setQuote('"')
            .setQuoteMode(QuoteMode.NON_NUMERIC)
            .setRecordSeparator("\r\n")
            .get();

    private final Writer writer;
    private final CSVPrinter printer;
    private final boolean comma;

    CsvFile(OutputStream out, Locale reader) throws IOException {
        writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        printer = new CSVPrinter(writer, FORMAT);
        comma = "nl".equals(reader.getLanguage());
    }

    @Override
    public void headings(List<String> headings) throws IOException {
        printer.printRecord(headings);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        printer.printRecord(cells.stream().<@Nullable Object>map(this::written).toList());
    }

    @Override
    public void finish() throws IOException {
        printer.flush();
        writer.flush();
    }

    private @Nullable Object written(@Nullable Object cell) {
        boolean broken = cell instanceof BigDecimal || cell instanceof Double || cell instanceof Float;
        return broken && comma ? String.valueOf(cell).replace('.', ',') : cell;
    }
}
