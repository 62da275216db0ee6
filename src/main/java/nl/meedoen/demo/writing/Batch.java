package nl.meedoen.demo.writing;

import java.io.IOException;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyManager;

/**
 * Rows that wait to be taken in, in PostgreSQL's text format for COPY. Only so many wait at a time that the memory does
 * not grow with the size of the load.
 */
public final class Batch {

    private static final int FULL = 6_000_000;

    private final CopyManager database;
    private final Map<Table, StringBuilder> waiting = new EnumMap<>(Table.class);
    private final HexFormat hex = HexFormat.of();
    private long characters;
    private long rows;

    /** A batch for one connection. */
    public Batch(CopyManager database) {
        this.database = database;
    }

    /** Adds one row; the values stand in the order of the table's columns. */
    public void add(Table table, @Nullable Object... values) {
        if (values.length != table.width()) {
            throw new IllegalArgumentException(table + " takes " + table.width() + " values, not " + values.length);
        }
        StringBuilder text = waiting.computeIfAbsent(table, t -> new StringBuilder());
        int before = text.length();
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            write(text, values[i]);
        }
        text.append('\n');
        characters += text.length() - before;
        rows++;
    }

    /** Takes the rows in where enough of them wait. */
    public void flushWhenFull() throws SQLException {
        if (characters > FULL) {
            flush();
        }
    }

    /** Takes all waiting rows in, parents before children. */
    public void flush() throws SQLException {
        for (Map.Entry<Table, StringBuilder> entry : waiting.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                try {
                    database.copyIn(
                            entry.getKey().copy(),
                            new StringReader(entry.getValue().toString()));
                } catch (IOException e) {
                    throw new SQLException(e);
                }
                entry.getValue().setLength(0);
            }
        }
        characters = 0;
    }

    /** How many rows were added so far. */
    public long rows() {
        return rows;
    }

    private void write(StringBuilder text, @Nullable Object value) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof byte[] bytes) {
            text.append("\\\\x");
            hex.formatHex(text, bytes);
        } else if (value instanceof Enum<?> constant) {
            text.append(constant.name());
        } else if (value instanceof List<?> array) {
            escape(
                    text,
                    "{" + String.join(",", array.stream().map(String::valueOf).toList()) + "}");
        } else {
            // numbers, dates, moments and ids are written as PostgreSQL reads them
            escape(text, value.toString());
        }
    }

    private static void escape(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
