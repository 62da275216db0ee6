package nl.meedoen.participants.merging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Merging;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Counts what a merge would move and what would stay, and changes nothing. */
final class MoveCount implements Merging.Moves {

    private final JdbcClient jdbc;
    private final ParticipantId from;
    private final ParticipantId into;
    private final Map<String, Integer> moved = new LinkedHashMap<>();
    private int staying;

    MoveCount(JdbcClient jdbc, ParticipantId from, ParticipantId into) {
        this.jdbc = jdbc;
        this.from = from;
        this.into = into;
    }

    /** By message code how many rows would move. */
    Map<String, Integer> moved() {
        return moved;
    }

    /** How many would stay, since the other dossier has the same. */
    int staying() {
        return staying;
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
        if (!label.isEmpty()) count(label, count(table, "true"));
    }

    @Override
    public void allBut(String condition, String table, String label, String... key) {
        if (!label.isEmpty()) count(label, count(table, "not (" + condition + ")"));
        staying += count(table, condition);
    }

    private void count(String label, int rows) {
        if (rows > 0) moved.merge(label, rows, Integer::sum);
    }

    private int count(String table, String condition) {
        return ask("select count(*) from " + table + " t where t.participant_id = :from and " + condition)
                .query(Integer.class)
                .single();
    }

    @Override
    public void change(String table, String assignments, String condition, String... key) {}

    @Override
    public void remove(String table, String condition, String... key) {}

    @Override
    public void added(String table, UUID id) {}

    @Override
    public StatementSpec ask(String sql) {
        StatementSpec statement = jdbc.sql(sql);
        if (sql.contains(":into")) statement = statement.param("into", into.value());
        return sql.contains(":from") ? statement.param("from", from.value()) : statement;
    }
}
