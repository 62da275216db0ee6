package nl.meedoen.participants.retention;

import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
    }

    /** How many columns were searched, and where something was found. */
    record Search(int columns, List<String> found) {}

    private record Column(String table, String name, String type) {}

    private static final int AT_ONCE = 500;

    /** Bytes that are no sealed text: hashes, keys that are public, and what a library keeps for its jobs. */
    private static final Set<String> NO_TEXT =
            Set.of("token_hash", "secret_hash", "account_key", "credential_id", "credential", "hash", "task_data");

    private final JdbcClient jdbc;
    private final Vault vault;

    Traces(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param ofParticipants the tables that hold others too */
    Search search(Wanted wanted, Set<String> ofParticipants) {
        Map<String, List<Column>> tables = new TreeMap<>();
        columns()
                .forEach(column -> tables.computeIfAbsent(column.table(), first -> new ArrayList<>())
                        .add(column));
        int searched = 0;
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
            boolean ofOthers = !ofParticipants.contains(table.getKey());
            List<String> conditions = new ArrayList<>();
            List<String> sealed = new ArrayList<>();
            for (Column column : table.getValue()) {
                if (!column.type().equals("bytea")) {
                    conditions.add(condition(column, ofOthers));
                } else if (ofOthers && !NO_TEXT.contains(column.name())) {
                    sealed.add(column.name());
                }
            }
            searched += conditions.size() + sealed.size();
            if (sealed.stream().anyMatch(column -> isSealedIn(table.getKey(), column, wanted.anywhere()))) {
                found.add(table.getKey());
                continue;
            }
            if (conditions.isEmpty()) {
                continue;
            }
            boolean there = jdbc.sql("select exists (select 1 from \"" + table.getKey() + "\" t where "
                            + String.join(" or ", conditions) + ")")
                    .param("ids", wanted.ids())
                    .param("texts", pattern(wanted.numbers(), wanted.ids()))
                    .param("names", pattern(wanted.texts(), wanted.numbers(), wanted.ids()))
                    .query(Boolean.class)
                    .single();
            if (there) {
                found.add(table.getKey());
            }
        }
        return new Search(searched, found);
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

    private static String condition(Column column, boolean names) {
        String name = "t.\"" + column.name() + "\"";
        return switch (column.type()) {
            case "uuid" -> name + " in (:ids)";
            case "_uuid" -> name + " && cast(array[:ids] as uuid[])";
            default -> "cast(" + name + " as text) ~* " + (names ? ":names" : ":texts");
        };
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
                        select c.relname, a.attname, t.typname from pg_attribute a join pg_class c on c.oid = a.attrelid
                        join pg_type t on t.oid = a.atttypid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
                          and t.typname in ('uuid', '_uuid', 'text', '_text', 'varchar', 'bpchar', 'name', 'json', 'jsonb', 'bytea')
                        """)
                .query((row, n) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list()
                .stream()
                .filter(column -> !NOT_LOOKED_IN.contains(column.table()))
                .toList();
    }
}
