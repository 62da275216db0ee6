package nl.meedoen.participants.sections.records;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.meedoen.kernel.PartialDate;
import org.jspecify.annotations.Nullable;

/** Reads and writes columns that hold fixed words. */
final class Columns {

    private Columns() {}

    static <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    static <E extends Enum<E>> List<E> words(Class<E> type, @Nullable Array names) throws SQLException {
        return names == null
                ? List.of()
                : Arrays.stream((String[]) names.getArray())
                        .map(name -> Enum.valueOf(type, name))
                        .sorted()
                        .toList();
    }

    /** As PostgreSQL reads an array; fixed words need no quotes. */
    static String array(List<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        return (Integer) row.getObject(column);
    }

    static PartialDate partial(ResultSet row, String prefix) throws SQLException {
        return new PartialDate(
                number(row, prefix + "_year"), number(row, prefix + "_month"), number(row, prefix + "_day"));
    }
}
