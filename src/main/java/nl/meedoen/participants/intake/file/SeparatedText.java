package nl.meedoen.participants.intake.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV as it comes: with or without byte-order mark, UTF-8 or what Dutch Windows makes of it, any usual delimiter. */
final class SeparatedText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String DELIMITERS = ";\t,|";

    private SeparatedText() {}

    static RegistrationFile read(byte[] content) {
        boolean marked = RegistrationFile.startsWith(content, 0xEF, 0xBB, 0xBF);
        Charset charset = charset(content, marked);
        String text = charset == WINDOWS ? new String(content, WINDOWS) : strict(content, charset);
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        if (text.isBlank()) throw new UnreadableFile(UnreadableFile.EMPTY);
        // Text has no such characters: this is a picture, a PDF or something else.
        if (text.chars().anyMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r') || text.startsWith("%PDF")) {
            throw new UnreadableFile(UnreadableFile.UNREADABLE);
        }
        char delimiter = delimiter(text);
        List<List<String>> lines = lines(text, delimiter);
        if (text.toLowerCase(Locale.ROOT).startsWith("sep=")) lines.set(0, List.of());
        boolean byteOrderMark = marked || charset == StandardCharsets.UTF_16LE || charset == StandardCharsets.UTF_16BE;
        FileFormat format = new FileFormat(FileFormat.Kind.CSV, delimiter, charset, byteOrderMark);
        return new RegistrationFile(SheetText.of(lines), format);
    }

    private static Charset charset(byte[] content, boolean marked) {
        if (RegistrationFile.startsWith(content, 0xFF, 0xFE)) return StandardCharsets.UTF_16LE;
        if (RegistrationFile.startsWith(content, 0xFE, 0xFF)) return StandardCharsets.UTF_16BE;
        if (marked) return StandardCharsets.UTF_8;
        try {
            decode(content, StandardCharsets.UTF_8);
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }

    private static String strict(byte[] content, Charset charset) {
        try {
            return decode(content, charset);
        } catch (CharacterCodingException e) {
            throw new UnreadableFile(UnreadableFile.UNREADABLE);
        }
    }

    private static String decode(byte[] content, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    /** Excel's own "sep=;" decides; else the sign that stands most often outside quotes in the first lines. */
    private static char delimiter(String text) {
        if (text.toLowerCase(Locale.ROOT).startsWith("sep=") && text.length() > 4) return text.charAt(4);
        int[] counts = new int[DELIMITERS.length()];
        boolean quoted = false;
        int lines = 0;
        for (int i = 0; i < text.length() && lines < 5; i++) {
            char c = text.charAt(i);
            if (c == '"') quoted = !quoted;
            else if (c == '\n' && !quoted) lines++;
            else if (!quoted && DELIMITERS.indexOf(c) >= 0) counts[DELIMITERS.indexOf(c)]++;
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[most]) most = i;
        }
        return DELIMITERS.charAt(most);
    }

    private static List<List<String>> lines(String text, char delimiter) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        List<List<String>> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord line : parser) {
                lines.add(line.toList());
                if (lines.size() > 2 * SheetText.MOST_ROWS) {
                    throw new UnreadableFile(UnreadableFile.TOO_MANY_ROWS, SheetText.MOST_ROWS);
                }
            }
            return lines;
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableFile(UnreadableFile.UNREADABLE);
        }
    }
}
