package nl.meedoen.participants.intake.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Reads the first visible sheet of an XLSX. */
final class WorkbookText {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_UNPACKED = 100;
    private static final int MOST_PARTS = 1_000;
    private static final int BEGINNING = 4_096;
    private static final int BLOCK = 64 * 1024;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm");

    private WorkbookText() {}

    static List<List<String>> lines(byte[] content) {
        try {
            guard(content);
            try (ReadableWorkbook workbook =
                    new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
                Sheet sheet = workbook.getSheets()
                        .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
                        .findFirst()
                        .orElseGet(workbook::getFirstSheet);
                return lines(sheet);
            }
        } catch (UnreadableFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The reader answers a damaged workbook with all kinds of exceptions; to the sender they are one.
            throw new UnreadableFile(UnreadableFile.UNREADABLE);
        }
    }

    private static List<List<String>> lines(Sheet sheet) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                // Rows without anything in them are left out of the file; the numbers must stay right.
                if (row.getRowNum() > 2 * SheetText.MOST_ROWS) {
                    throw new UnreadableFile(UnreadableFile.TOO_MANY_ROWS, SheetText.MOST_ROWS);
                }
                while (lines.size() < row.getRowNum() - 1) lines.add(List.of());
                lines.add(cells(row));
            }
        }
        return lines;
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(Collections.nCopies(row.getCellCount(), ""));
        for (int i = 0; i < row.getCellCount(); i++) cells.set(i, shown(row.getCell(i)));
        return cells;
    }

    private static String shown(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) return "";
        if (cell.getType() == CellType.BOOLEAN) return cell.asBoolean() ? "ja" : "nee";
        if (cell.getType() != CellType.NUMBER) return cell.getText() == null ? "" : cell.getText();
        String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        return isDate(format) ? date(cell) : number(cell.asNumber(), format);
    }

    private static boolean isDate(String format) {
        String signs = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return signs.contains("yy") || (signs.contains("d") && signs.contains("m"));
    }

    private static String date(Cell cell) {
        LocalDateTime moment = cell.asDate();
        return (moment.toLocalTime().equals(LocalTime.MIDNIGHT) ? DAY : MOMENT).format(moment);
    }

    /** A phone number kept as a number shows its first zeros through a format of zeros only. */
    private static String number(BigDecimal number, String format) {
        String text = number.stripTrailingZeros().toPlainString();
        return format.matches("0+") && text.matches("\\d+") && text.length() < format.length()
                ? "0".repeat(format.length() - text.length()) + text
                : text;
    }

    /** Refuses what unpacks to far more than it weighs, and a document type, which a workbook never has (entity tricks). */
    private static void guard(byte[] content) throws IOException {
        // The same library as the reader uses, so that both see the same parts; sizes told by the file are not
        // believed.
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            long left = (long) MOST_UNPACKED * MEGABYTE;
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            if (parts.size() > MOST_PARTS) throw new UnreadableFile(UnreadableFile.UNREADABLE);
            for (ZipArchiveEntry part : parts) left -= unpacked(zip, part, left);
        }
    }

    private static long unpacked(ZipFile zip, ZipArchiveEntry part, long most) throws IOException {
        try (InputStream in = zip.getInputStream(part)) {
            byte[] beginning = in.readNBytes(BEGINNING);
            if (new String(beginning, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                throw new UnreadableFile(UnreadableFile.UNREADABLE);
            }
            byte[] block = new byte[BLOCK];
            long unpacked = beginning.length;
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                unpacked += read;
                if (unpacked > most) throw new UnreadableFile(UnreadableFile.TOO_LARGE, MOST_UNPACKED);
            }
            return unpacked;
        }
    }
}
