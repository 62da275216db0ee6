package nl.meedoen.webkit.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook of one sheet, with bold headings that stay in sight. */
final class XlsxFile implements TableFile {

    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_TITLE = 31;
    private static final int ROWS_A_FLUSH = 500;
    private static final double WIDTH_OF_LETTER = 1.15;

    private final Workbook book;
    private final Worksheet sheet;
    private int next;

    XlsxFile(OutputStream out, String title) {
        book = new Workbook(new StaysOpen(out), "Meedoen", "1.0");
        String safe = title.replaceAll("[\\[\\]*/\\\\?:']", " ").strip();
        sheet = book.newWorksheet(safe.substring(0, Math.min(safe.length(), LONGEST_TITLE)));
    }

    @Override
    public void headings(List<String> headings) {
        for (int column = 0; column < headings.size(); column++) {
            String heading = headings.get(column);
            sheet.value(0, column, heading);
            sheet.style(0, column).bold().set();
            sheet.width(column, Math.min(60, Math.max(14, heading.length() * WIDTH_OF_LETTER + 2)));
        }
        sheet.freezePane(0, 1);
        next = 1;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            Object cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(next, column, number);
            } else if (cell instanceof Boolean truth) {
                sheet.value(next, column, truth);
            } else if (cell instanceof LocalDate day) {
                sheet.value(next, column, day);
                sheet.style(next, column).format("yyyy-mm-dd").set();
            } else if (cell != null) {
                String text = cell.toString();
                sheet.value(next, column, text.substring(0, Math.min(text.length(), LONGEST_CELL)));
            }
        }
        next++;
        if (next % ROWS_A_FLUSH == 0) {
            sheet.flush();
        }
    }

    @Override
    public void finish() throws IOException {
        book.finish();
    }

    /** The library closes what it writes to. */
    private static final class StaysOpen extends FilterOutputStream {
        StaysOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
