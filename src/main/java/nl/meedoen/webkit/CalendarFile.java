package nl.meedoen.webkit;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file for any calendar, line by line (RFC 5545). */
public final class CalendarFile {

    private static final int LONGEST_LINE = 75;

    private final StringBuilder file = new StringBuilder();

    public CalendarFile() {
        lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Meedoen//NL");
    }

    /** Writes lines that end with CRLF and are folded before 75 octets, never within a character. */
    public CalendarFile lines(String... lines) {
        for (String line : lines) {
            int octets = 0;
            for (int i = 0; i < line.length(); ) {
                int character = line.codePointAt(i);
                int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
                if (octets + size > LONGEST_LINE) {
                    file.append("\r\n ");
                    octets = 1;
                }
                file.appendCodePoint(character);
                octets += size;
                i += Character.charCount(character);
            }
            file.append("\r\n");
        }
        return this;
    }

    /** Writes a property that people read; empty where there is no text. */
    public CalendarFile text(String property, @Nullable String text) {
        return lines(property + ":" + (text == null ? "" : escaped(text)));
    }

    /** Ends the file. */
    public String ended() {
        lines("END:VCALENDAR");
        return file.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }
}
