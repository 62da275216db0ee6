package nl.meedoen.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables as they stand in a database, and what has to be set aside in a transaction that copies all their rows. */
final class Schema {

    /** What of a table is not kept: how it was made, and who was signed in. */
    private static final String LEFT_OUT = "('flyway_schema_history', 'spring_session', 'spring_session_attributes')";

    private static final String COLUMNS = """
            select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
                and not a.attisdropped and a.attgenerated = '' and c.relname not in %s
            group by c.relname
            """.formatted(LEFT_OUT);

    private final Connection connection;

    Schema(Connection connection) {
        this.connection = connection;
    }

    /** The columns of each table, in the order of names; computed columns aside. */
    Map<String, String> tables() throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        for (String[] row : ask(COLUMNS, 2)) {
            tables.put(row[0], row[1]);
        }
        return tables;
    }

    boolean has(String table) throws SQLException {
        return !ask("select 1 from pg_class where oid = to_regclass('public." + table + "')", 1)
                .isEmpty();
    }

    /** The newest migration in it. */
    String version() throws SQLException {
        return ask(
                        "select version from flyway_schema_history where success and version is not null"
                                + " order by installed_rank desc, version desc limit 1",
                        1)
                .get(0)[0];
    }

    /**
     * Sets row-level security aside for the owner until the transaction ends or {@link #force}. Waits for whoever uses
     * the tables, and lets nobody use them meanwhile; a role that passes by the policies anyway waits for nobody.
     */
    List<String> unforce() throws SQLException {
        if (!ask("select 1 from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)", 1)
                .isEmpty()) {
            return List.of();
        }
        List<String> forced = ask(
                        "select quote_ident(relname) from pg_class where relnamespace = 'public'::regnamespace"
                                + " and relforcerowsecurity order by relname",
                        1)
                .stream()
                .map(row -> row[0])
                .toList();
        for (String table : forced) {
            run("alter table " + table + " no force row level security");
        }
        return forced;
    }

    void force(List<String> tables) throws SQLException {
        for (String table : tables) {
            run("alter table " + table + " force row level security");
        }
    }

    /** Takes away what would stop rows from coming in any order; running the answer puts it back and checks all rows. */
    List<String> loosen() throws SQLException {
        List<String> back = new ArrayList<>();
        for (String[] row : ask(
                "select quote_ident(c.relname), quote_ident(o.conname), pg_get_constraintdef(o.oid)"
                        + " from pg_constraint o join pg_class c on c.oid = o.conrelid"
                        + " where o.contype = 'f' and c.relnamespace = 'public'::regnamespace",
                3)) {
            run("alter table " + row[0] + " drop constraint " + row[1]);
            back.add("alter table " + row[0] + " add constraint " + row[1] + " " + row[2]);
        }
        for (String[] row : ask(
                "select quote_ident(c.relname), quote_ident(t.tgname) from pg_trigger t join pg_class c on c.oid = t.tgrelid"
                        + " where not t.tgisinternal and t.tgenabled = 'O' and c.relnamespace = 'public'::regnamespace",
                2)) {
            run("alter table " + row[0] + " disable trigger " + row[1]);
            back.add("alter table " + row[0] + " enable trigger " + row[1]);
        }
        return back;
    }

    /** How far each counter is. */
    Map<String, Long> counters() throws SQLException {
        Map<String, Long> counters = new TreeMap<>();
        for (String[] row : ask(
                "select sequencename, last_value from pg_sequences where schemaname = 'public'"
                        + " and last_value is not null",
                2)) {
            counters.put(row[0], Long.valueOf(row[1]));
        }
        return counters;
    }

    void count(String counter, long value) throws SQLException {
        ask("select setval('\"" + counter.replace("\"", "\"\"") + "\"', " + value + ")", 1);
    }

    /** The number of rows of a table and a sum over all of them, whatever their order. */
    String sum(String table, String columns) throws SQLException {
        return String.join(" ", ask("""
                        select count(*), coalesce(sum(('x' || left(h, 16))::bit(64)::bigint::numeric), 0),
                            coalesce(sum(('x' || right(h, 16))::bit(64)::bigint::numeric), 0)
                        from (select md5(row(%s)::text) h from "%s") t
                        """.formatted(columns, table), 3).get(0));
    }

    /** The same text for the same row, whatever the server's own settings. */
    void sameWords() throws SQLException {
        run("set local timezone = 'UTC'");
        run("set local datestyle = 'ISO, YMD'");
        run("set local intervalstyle = 'postgres'");
        run("set local extra_float_digits = 1");
        run("set local bytea_output = 'hex'");
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String[]> ask(String sql, int columns) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<String[]> rows = new ArrayList<>();
            while (answer.next()) {
                String[] row = new String[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = answer.getString(i + 1);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
