package nl.meedoen.participants.merging;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Merging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Carries a merge out, and writes down each row that it touched as it was and as it became. */
final class RowJournal implements Merging.Moves {

    private static final String WRITE =
            "insert into merging_row (merging_id, table_name, what, key_columns, before, after) ";

    private final JdbcClient jdbc;
    private final UUID merging;
    private final ParticipantId from;
    private final ParticipantId into;

    RowJournal(JdbcClient jdbc, UUID merging, ParticipantId from, ParticipantId into) {
        this.jdbc = jdbc;
        this.merging = merging;
        this.from = from;
        this.into = into;
    }

    @Override
    public ParticipantId from() {
        return from;
    }

    @Override
    public ParticipantId into() {
        return into;
    }

    @Override
    public void all(String table, String label, String... key) {
        allBut("false", table, label, key);
    }

    @Override
    public void allBut(String condition, String table, String label, String... key) {
        write(table, "participant_id = :into", "t.participant_id = :from and not (" + condition + ")", key);
    }

    @Override
    public void change(String table, String assignments, String condition, String... key) {
        write(table, assignments, condition, key);
    }

    private void write(String table, String assignments, String condition, String... key) {
        String same = Arrays.stream(key).map(k -> "t." + k + " = b." + k).collect(Collectors.joining(" and "));
        // The row of before is read in the statement that changes it, so nothing can come between.
        ask("""
                with b as (select t.*, to_jsonb(t) as_it_was from %1$s t where %2$s for update),
                     done as (update %1$s t set %3$s from b where %4$s and t.%5$s = b.%5$s
                              returning b.as_it_was, to_jsonb(t) as_it_is)
                %6$s select :merging, '%1$s', 'CHANGED', cast(:key as text[]), as_it_was, as_it_is from done
                """.formatted(table, condition, assignments, same, owner(table), WRITE))
                .param("merging", merging)
                .param("key", array(key))
                .update();
    }

    /** The column that says whose row it is. */
    private static String owner(String table) {
        return table.equals("participant") ? "id" : "participant_id";
    }

    @Override
    public void remove(String table, String condition, String... key) {
        ask("""
                with gone as (delete from %1$s t where %2$s returning t.*)
                %3$s select :merging, '%1$s', 'REMOVED', cast(:key as text[]), to_jsonb(gone), null from gone
                """.formatted(table, condition, WRITE))
                .param("merging", merging)
                .param("key", array(key))
                .update();
    }

    @Override
    public void added(String table, UUID id) {
        ask("""
                %2$s select :merging, '%1$s', 'ADDED', '{id}', null, to_jsonb(t) from %1$s t where t.id = :id
                """.formatted(table, WRITE))
                .param("merging", merging)
                .param("id", id)
                .update();
    }

    /** Writes down a row that others are about to change; {@link #kept} completes it afterwards. */
    void keep(String table, ParticipantId whose) {
        ask("""
                %3$s select :merging, '%1$s', 'CHANGED', '{%2$s}', to_jsonb(t), null from %1$s t where t.%2$s = :whose
                """.formatted(table, owner(table), WRITE))
                .param("merging", merging)
                .param("whose", whose.value())
                .update();
    }

    /** Writes down what became of the rows of {@link #keep}. */
    void kept(List<String> tables, ParticipantId whose) {
        for (String table : tables) {
            ask("""
                    update merging_row r set after = to_jsonb(t) from %1$s t
                    where r.merging_id = :merging and r.table_name = '%1$s' and r.after is null and r.what = 'CHANGED'
                      and t.%2$s = :whose and r.before ->> '%2$s' = t.%2$s::text
                    """.formatted(table, owner(table)))
                    .param("merging", merging)
                    .param("whose", whose.value())
                    .update();
        }
    }

    @Override
    public StatementSpec ask(String sql) {
        StatementSpec statement = jdbc.sql(sql);
        if (sql.contains(":into")) statement = statement.param("into", into.value());
        return sql.contains(":from") ? statement.param("from", from.value()) : statement;
    }

    private static String array(String... values) {
        return Arrays.stream(values).collect(Collectors.joining(",", "{", "}"));
    }
}
