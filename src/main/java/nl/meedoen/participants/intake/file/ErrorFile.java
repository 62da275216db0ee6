package nl.meedoen.participants.intake.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meedoen.participants.intake.file.RowProblem.Severity;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The refused rows, to be mended by the sender: as they came, with one more column that says why. */
public final class ErrorFile {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ErrorFile() {}

    /**
     * Writes the refused ones of these rows in the sender's own format. Citizen service numbers are masked and formulas defused.
     *
     * @param reasonHeading heading of the added column
     * @param words a problem in the sender's language
     */
    public static byte[] write(
            RegistrationFile file,
            List<RegistrationRow> rows,
            String reasonHeading,
            Function<RowProblem, String> words) {
        List<RegistrationRow> refused =
                rows.stream().filter(RegistrationRow::isRefused).toList();
        return write(file.format(), file.sheet().headings(), refused, reasonHeading, words);
    }

    /** As {@link #write(RegistrationFile, List, String, Function)}, with each of these rows and what is wrong or asked about it. */
    public static byte[] write(
            FileFormat format,
            List<String> headings,
            List<RegistrationRow> rows,
            String reasonHeading,
            Function<RowProblem, String> words) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(with(headings, reasonHeading));
        for (RegistrationRow row : rows) {
            String reasons = row.problems().stream()
                    .filter(problem -> problem.severity() != Severity.NOTICE)
                    .map(words)
                    .distinct()
                    .collect(Collectors.joining(" "));
            lines.add(with(row.cells(), reasons));
        }
        try {
            return format.kind() == FileFormat.Kind.XLSX ? workbook(lines) : text(lines, format);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> with(List<String> cells, String last) {
        List<String> line = new ArrayList<>(cells);
        line.add(last);
        line.replaceAll(FormulaText::defused);
        return line;
    }

    private static byte[] text(List<List<String>> lines, FileFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CSVFormat csv =
                CSVFormat.DEFAULT.builder().setDelimiter(format.delimiter()).get();
        try (Writer writer = new OutputStreamWriter(bytes, format.charset())) {
            if (format.byteOrderMark()) writer.write(BYTE_ORDER_MARK);
            CSVPrinter printer = new CSVPrinter(writer, csv);
            for (List<String> line : lines) {
                printer.printRecord(line);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(List<List<String>> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Meedoen", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Meedoen");
            for (int row = 0; row < lines.size(); row++) {
                for (int column = 0; column < lines.get(row).size(); column++) {
                    sheet.value(row, column, lines.get(row).get(column));
                }
            }
        }
        return bytes.toByteArray();
    }
}
