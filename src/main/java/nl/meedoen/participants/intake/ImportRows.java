package nl.meedoen.participants.intake;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.participants.intake.file.RegistrationRow;
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the rows of a file. The batch has been reached first: {@link Imports#batch}. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ImportRows {

    private static final String LOOK = """
            select number, state, place_key, municipality_code, municipality_asked, decision, same_as_row, participant_id,
                   likely_participants, likely_rows, possible_participants, content
            from import_row where batch_id = :batch
            """;

    private final JdbcClient jdbc;
    private final SealedRecords sealed;

    ImportRows(JdbcClient jdbc, SealedRecords sealed) {
        this.jdbc = jdbc;
        this.sealed = sealed;
    }

    /** How many rows there are in each state. */
    public Map<RowState, Integer> counts(ImportBatch batch) {
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        jdbc.sql("select state, count(*) from import_row where batch_id = ? group by state")
                .param(batch.id().value())
                .query(row -> {
                    counts.put(RowState.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** Rows in their order, from the one after a number on, or those just before one. */
    public List<ImportRow> page(
            ImportBatch batch, @Nullable RowState state, @Nullable Integer after, @Nullable Integer before, int most) {
        boolean back = before != null;
        List<ImportRow> rows = new ArrayList<>(jdbc.sql(LOOK + """
                        and (cast(:state as text) is null or state = :state)
                        and number > :after and number < :before order by number %s limit :most
                        """.formatted(back ? "desc" : "asc"))
                .param("batch", batch.id().value())
                .param("state", state == null ? null : state.name())
                .param("after", after == null ? -1 : after)
                .param("before", before == null ? Integer.MAX_VALUE : before)
                .param("most", most)
                .query((row, n) -> row(row))
                .list());
        if (back) Collections.reverse(rows);
        return rows;
    }

    /** The rows with these numbers. */
    public Map<Integer, ImportRow> numbered(ImportBatch batch, Collection<Integer> numbers) {
        Map<Integer, ImportRow> found = new HashMap<>();
        jdbc.sql(LOOK + " and number = any(cast(:numbers as int[]))")
                .param("batch", batch.id().value())
                .param("numbers", numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .query((row, n) -> row(row))
                .list()
                .forEach(row -> found.put(row.number(), row));
        return found;
    }

    /** @throws NotFound when the file has no such row */
    public ImportRow row(ImportBatch batch, int number) {
        ImportRow row = numbered(batch, List.of(number)).get(number);
        if (row == null) throw new NotFound();
        return row;
    }

    /** All rows that were refused or still need an answer about the place: what the sender can mend. */
    public List<RegistrationRow> forSender(ImportBatch batch) {
        return jdbc
                .sql(LOOK + " and state in ('REFUSED', 'QUESTION') and content is not null order by number")
                .param("batch", batch.id().value())
                .query((row, n) -> row(row))
                .list()
                .stream()
                .flatMap(row -> java.util.stream.Stream.ofNullable(row.content()))
                .toList();
    }

    /** In how many rows each unanswered place is written. */
    public Map<String, Integer> samePlaces(ImportBatch batch) {
        Map<String, Integer> places = new HashMap<>();
        jdbc.sql("""
                        select place_key, count(*) from import_row
                        where batch_id = ? and state = 'QUESTION' and place_key is not null group by place_key
                        """).param(batch.id().value()).query(row -> {
            places.put(String.valueOf(row.getString(1)), row.getInt(2));
        });
        return places;
    }

    private ImportRow row(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return new ImportRow(
                row.getInt("number"),
                RowState.valueOf(row.getString("state")),
                row.getString("place_key"),
                row.getString("municipality_code"),
                row.getBoolean("municipality_asked"),
                decision == null ? null : RowDecision.valueOf(decision),
                (Integer) row.getObject("same_as_row"),
                row.getObject("participant_id", UUID.class),
                list(row.getArray("likely_participants"), UUID.class),
                list(row.getArray("likely_rows"), Integer.class),
                list(row.getArray("possible_participants"), UUID.class),
                sealed.openOptional(row.getBytes("content"), RegistrationRow.class));
    }

    private static <T> List<T> list(Array array, Class<T> type) throws SQLException {
        List<T> list = new ArrayList<>();
        for (Object value : (Object[]) array.getArray()) list.add(type.cast(value));
        return List.copyOf(list);
    }
}
