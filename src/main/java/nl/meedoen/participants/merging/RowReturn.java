package nl.meedoen.participants.merging;

import java.sql.Array;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes a merge back, the last row first. A column that was changed since keeps what it has now; everything else becomes
 * what it was, and each row returns to whose it was.
 */
@Component
class RowReturn {

    /** A row as it was and as the merge left it. */
    private record Line(
            String table,
            String what,
            List<String> key,
            @Nullable String before,
            @Nullable String after) {}

    /** What to set, and whether somebody changed the row since. */
    private record Difference(@Nullable String assignments, boolean changed) {}

    private static final String EACH = """
            select table_name, what, key_columns, before::text, after::text from merging_row
            where merging_id = ? order by id desc
            """;

    private static final String LAST_OF_EACH_ROW = """
            select distinct on (table_name, named) table_name, what, key_columns, before::text, after::text
            from (select r.*, (select string_agg(coalesce(r.after, r.before) ->> k, ' ') from unnest(r.key_columns) k) named
                  from merging_row r where r.merging_id = ?) r
            order by table_name, named, id desc
            """;

    private final JdbcClient jdbc;

    RowReturn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts everything back; true when something had changed since the merge. */
    boolean undo(UUID merging) {
        boolean changed = false;
        for (Line line : lines(merging)) {
            changed |= switch (line.what()) {
                case "REMOVED" -> addAgain(line);
                case "ADDED" -> removeAgain(line);
                default -> putBack(line);
            };
        }
        return changed;
    }

    /** How many rows somebody changed or removed since the merge; changes nothing. */
    int changedSince(UUID merging) {
        int changed = 0;
        // Of a row that was touched twice only the last time tells how the merge left it.
        for (Line line : read(LAST_OF_EACH_ROW, merging)) {
            if (line.what().equals("CHANGED")
                    && difference(line).map(Difference::changed).orElse(true)) changed++;
        }
        return changed;
    }

    private List<Line> lines(UUID merging) {
        return read(EACH, merging);
    }

    private List<Line> read(String sql, UUID merging) {
        return jdbc.sql(sql)
                .param(merging)
                .query((row, n) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        strings(row.getArray(3)),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    private static List<String> strings(Array array) throws java.sql.SQLException {
        return Arrays.stream((Object[]) array.getArray()).map(String::valueOf).toList();
    }

    private boolean addAgain(Line line) {
        int added = jdbc.sql("""
                        insert into %1$s select r.* from jsonb_populate_record(null::%1$s, cast(:before as jsonb)) r
                        on conflict do nothing
                        """.formatted(line.table()))
                .param("before", line.before())
                .update();
        return added == 0;
    }

    private boolean removeAgain(Line line) {
        jdbc.sql("""
                        delete from %1$s t using jsonb_populate_record(null::%1$s, cast(:after as jsonb)) r where %2$s
                        """.formatted(line.table(), sameRow(line)))
                .param("after", line.after())
                .update();
        return false;
    }

    private boolean putBack(Line line) {
        Difference difference = difference(line).orElse(null);
        if (difference == null) return true;
        if (difference.assignments() != null && !wouldClash(line)) {
            String version =
                    line.before() != null && line.before().contains("\"version\"") ? ", version = t.version + 1" : "";
            jdbc.sql("""
                            update %1$s t set %2$s%3$s from jsonb_populate_record(null::%1$s, cast(:after as jsonb)) r,
                                jsonb_populate_record(null::%1$s, cast(:before as jsonb)) b
                            where %4$s
                            """.formatted(line.table(), difference.assignments(), version, sameRow(line)))
                    .param("after", line.after())
                    .param("before", line.before())
                    .update();
        }
        return difference.changed();
    }

    /** Empty when the row is there no more. Whose row it is always goes back; the version only counts on. */
    private java.util.Optional<Difference> difference(Line line) {
        return jdbc.sql("""
                        select string_agg(format('%%1$I = b.%%1$I', d.name), ', ')
                                   filter (where d.was is distinct from d.became
                                           and (d.name = 'participant_id' or d.now is not distinct from d.became)),
                               coalesce(bool_or(d.now is distinct from d.became), false)
                        from (select b.key name, b.value was, a.value became, n.value now
                              from %1$s t, jsonb_populate_record(null::%1$s, cast(:after as jsonb)) r,
                                   jsonb_each(cast(:before as jsonb)) b join jsonb_each(cast(:after as jsonb)) a using (key)
                                   join lateral (select to_jsonb(t) -> b.key as value) n on true
                              where %2$s and b.key not in ('version', 'updated_at', 'compared_at')) d
                        having count(*) > 0
                        """.formatted(line.table(), sameRow(line)))
                .param("after", line.after())
                .param("before", line.before())
                .query((row, n) -> new Difference(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    private static String sameRow(Line line) {
        return line.key().stream().map(k -> "t." + k + " = r." + k).collect(Collectors.joining(" and "))
                + (line.table().equals("participant") ? "" : " and t.participant_id = r.participant_id");
    }

    /**
     * An enrolment that would be open, or an assignment that would run, beside one that came in its place since: the one of
     * now stays, and the one of before stays closed.
     */
    private boolean wouldClash(Line line) {
        if (line.table().equals("enrolment")) {
            return jdbc.sql("""
                            select exists (select 1 from enrolment e, jsonb_populate_record(null::enrolment, cast(:before as jsonb)) b
                                where b.status in ('REGISTERED', 'INTAKE', 'ACTIVE') and e.participant_id = b.participant_id
                                  and e.id <> b.id and e.status in ('REGISTERED', 'INTAKE', 'ACTIVE'))
                            """)
                    .param("before", line.before())
                    .query(Boolean.class)
                    .single();
        }
        return line.table().equals("coach_assignment")
                && jdbc.sql("""
                                select exists (select 1 from coach_assignment c,
                                    jsonb_populate_record(null::coach_assignment, cast(:before as jsonb)) b
                                    where not b.merged_in and not c.merged_in and c.participant_id = b.participant_id
                                      and c.id <> b.id and daterange(c.from_on, c.until_on, '[]')
                                          && daterange(b.from_on, b.until_on, '[]'))
                                """)
                        .param("before", line.before())
                        .query(Boolean.class)
                        .single();
    }
}
