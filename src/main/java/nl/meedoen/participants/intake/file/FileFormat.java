package nl.meedoen.participants.intake.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How the sender's file is written, so that an answer can be written the same way.
 *
 * @param delimiter between cells, for CSV
 * @param byteOrderMark whether the CSV begins with one, which Excel needs to recognise UTF-8
 */
public record FileFormat(Kind kind, char delimiter, Charset charset, boolean byteOrderMark) {

    /** An Excel workbook. */
    public static final FileFormat WORKBOOK = new FileFormat(Kind.XLSX, ';', StandardCharsets.UTF_8, false);

    /** Text or workbook. */
    public enum Kind {
        CSV,
        XLSX
    }

    /** What the name of such a file ends in: "csv" or "xlsx". */
    public String extension() {
        return kind == Kind.CSV ? "csv" : "xlsx";
    }

    /** The media type of such a file. */
    public String mediaType() {
        return kind == Kind.CSV
                ? "text/csv;charset=" + charset.name()
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }
}
