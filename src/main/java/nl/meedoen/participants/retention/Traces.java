package nl.meedoen.participants.retention;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meedoen.privacy.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks for what is left of a person in every column of every table: the ids anywhere, the numbers in all text, and name,
 * phone and mail in the text of all tables that are not of participants, sealed text too; in those of participants another
 * person may have the same.
 */
@Component
class Traces {

    /** The trail keeps the id, without a name; an erasure says which id it was. Sessions end within twelve hours. */
    private static final Set<String> NOT_LOOKED_IN =
            Set.of("trail", "erasure", "spring_session", "spring_session_attributes", "flyway_schema_history");

    /**
     * What to look for.
     *
     * @param numbers of the dossiers, which nobody else has
     * @param texts name, phone and mail
     */
    record Wanted(Collection<UUID> ids, Collection<String> numbers, Collection<String> texts) {

        /** Whether a text says anything of the person. */
        Predicate<String> anywhere() {
            return Pattern.compile(pattern(texts, numbers, ids), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .asPredicate();
        }

        /** What a text with a number or an id in it looks like; plain patterns, for they are read fast. */
        List<String> patterns() {
            return Stream.concat(
                            numbers.stream().flatMap(number -> Stream.of(number, number.toLowerCase(Locale.ROOT))),
                            ids.stream().map(UUID::toString))
                    .map(text -> "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                    .toList();
        }
    }

    /** How many columns were searched, and where something was found. */
    record Search(int columns, List<String> found) {}

    /**
     * @param fixed whether it points to another table or holds one of a list of words
     * @param indexed whether an index finds a value of it
     */
    private record Column(String table, String name, String type, boolean fixed, boolean indexed) {

        boolean isProven() {
            return fixed || type.equals("bytea") && NO_TEXT.contains(name);
        }
    }

    private static final int AT_ONCE = 500;

    /** Bytes that are no sealed text: hashes, keys that are public, and what a library keeps for its jobs. */
    private static final Set<String> NO_TEXT =
            Set.of("token_hash", "secret_hash", "account_key", "credential_id", "credential", "hash", "task_data");

    /** Other people's names, who may be called the same; their phone and mail are looked at. */
    private static final Set<String> NAMES_OF_OTHERS = Set.of("contact_person.name");

    private final JdbcClient jdbc;
    private final Vault vault;

    Traces(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * Searches all columns. Three kinds need no looking: those that point to another table, for the database lets them point
     * to rows that are there, and those are searched; those with a fixed list of words; and those of {@link #NO_TEXT}.
     *
     * @param ofParticipants the tables that hold others too
     */
    Search search(Wanted wanted, Set<String> ofParticipants) {
        Map<String, List<Column>> tables = new TreeMap<>();
        columns()
                .forEach(column -> tables.computeIfAbsent(column.table(), first -> new ArrayList<>())
                        .add(column));
        List<String> found = tables.entrySet().stream()
                .filter(table ->
                        isIn(table.getKey(), table.getValue(), !ofParticipants.contains(table.getKey()), wanted))
                .map(Map.Entry::getKey)
                .toList();
        return new Search(tables.values().stream().mapToInt(List::size).sum(), found);
    }

    private boolean isIn(String table, List<Column> columns, boolean ofOthers, Wanted wanted) {
        List<String> looks = new ArrayList<>();
        // what no index finds is looked for in one reading of the table
        List<String> read = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Column column : columns) {
            String name = "t.\"" + column.name() + "\"";
            if (column.isProven()) {
                continue;
            }
            switch (column.type()) {
                case "uuid" -> {
                    String condition = name + " in (:ids)";
                    if (column.indexed()) {
                        looks.add(exists(table, condition));
                    } else {
                        read.add(condition);
                    }
                }
                case "_uuid" -> read.add(name + " && cast(array[:ids] as uuid[])");
                case "bytea" -> {
                    if (ofOthers && isSealedIn(table, column.name(), wanted.anywhere())) {
                        return true;
                    }
                }
                default ->
                    (ofOthers && !NAMES_OF_OTHERS.contains(table + "." + column.name()) ? names : texts)
                            .add("cast(" + name + " as text)");
            }
        }
        if (!texts.isEmpty()) {
            read.add("concat_ws(' ', " + String.join(", ", texts) + ") like any (array[:texts])");
        }
        if (!names.isEmpty()) {
            read.add("concat_ws(' ', " + String.join(", ", names) + ") ~* :names");
        }
        if (!read.isEmpty()) {
            looks.add(exists(table, String.join(" or ", read)));
        }
        return !looks.isEmpty()
                && jdbc.sql("select " + String.join(" or ", looks))
                        .param("ids", wanted.ids())
                        .param("texts", wanted.patterns())
                        .param("names", pattern(wanted.texts(), wanted.numbers(), wanted.ids()))
                        .query(Boolean.class)
                        .single();
    }

    private static String exists(String table, String condition) {
        return "exists (select 1 from \"" + table + "\" t where " + condition + ")";
    }

    /** Opens every text of a sealed column; one that cannot be opened proves nothing, and stops the search. */
    private boolean isSealedIn(String table, String column, Predicate<String> wanted) {
        return Boolean.TRUE.equals(jdbc.sql(
                        "select \"%1$s\" from \"%2$s\" where \"%1$s\" is not null".formatted(column, table))
                .withFetchSize(AT_ONCE)
                .query((ResultSet rows) -> {
                    while (rows.next()) {
                        if (wanted.test(vault.open(rows.getBytes(1)))) {
                            return true;
                        }
                    }
                    return false;
                }));
    }

    /** One expression that finds any of them, each to the letter. */
    private static String pattern(Collection<?>... kinds) {
        Set<String> all = new HashSet<>();
        for (Collection<?> kind : kinds) {
            kind.forEach(one -> all.add(one.toString().strip().replaceAll("([^\\p{L}\\p{N}\\p{M} ])", "\\\\$1")));
        }
        all.remove("");
        return String.join("|", all);
    }

    private List<Column> columns() {
        return jdbc
                .sql("""
                        select c.relname, a.attname, t.typname, exists (
                            select 1 from pg_constraint k where k.conrelid = c.oid and k.conkey = array[a.attnum]
                              and (k.contype = 'f'
                                   or k.contype = 'c' and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\(ARRAY\\[')),
                          exists (select 1 from pg_index i where i.indrelid = c.oid and i.indkey[0] = a.attnum and i.indpred is null)
                        from pg_attribute a join pg_class c on c.oid = a.attrelid
                        join pg_type t on t.oid = a.atttypid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
                          and t.typname in ('uuid', '_uuid', 'text', '_text', 'varchar', 'bpchar', 'name', 'json', 'jsonb', 'bytea')
                        """)
                .query((row, n) -> new Column(
                        row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5)))
                .list()
                .stream()
                .filter(column -> !NOT_LOOKED_IN.contains(column.table()))
                .toList();
    }
}
