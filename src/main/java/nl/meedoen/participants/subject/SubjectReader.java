package nl.meedoen.participants.subject;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.meedoen.access.Role;
import nl.meedoen.participants.holdings.Holding;
import nl.meedoen.participants.holdings.PersonalData;
import nl.meedoen.participants.subject.SubjectFile.Colleague;
import nl.meedoen.participants.subject.SubjectFile.Part;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the rows that the rooms declared, opens what is sealed and puts names where ids stand. */
@Component
class SubjectReader {

    /** Columns with a colleague in them. */
    static final Pattern COLLEAGUE = Pattern.compile(".*_by|author_id|coach_id|account_id|actor_id|acting_for");

    /** What the application counts for itself. */
    static final Set<String> WORKINGS =
            Set.of("version", "compared_at", "position", "previews", "reachable_note_plain");

    private static final Map<String, String> PLACES = Map.of(
            "location_id", "select l.name from location l where l.id = t.location_id",
            "municipality_code", "select m.name from municipality m where m.code = t.municipality_code");

    private final JdbcClient jdbc;
    private final ObjectProvider<PersonalData> rooms;
    private final Vault vault;
    private final Texts texts;

    SubjectReader(JdbcClient jdbc, ObjectProvider<PersonalData> rooms, Vault vault, Texts texts) {
        this.jdbc = jdbc;
        this.rooms = rooms;
        this.vault = vault;
        this.texts = texts;
    }

    /** All parts for these dossiers of one person, without the names of others who met them. */
    List<Part> read(Collection<UUID> ids) {
        Map<UUID, Colleague> colleagues = new LinkedHashMap<>();
        List<Part> parts = new ArrayList<>();
        List<PersonalData> all = rooms.orderedStream().toList();
        all.forEach(room -> room.holdings().stream()
                .filter(holding -> holding.shown() != Holding.Shown.NOT)
                .forEach(holding -> parts.add(read(holding, ids))));
        parts.stream()
                .flatMap(part -> part.rows().stream())
                .forEach(row -> row.forEach((column, value) -> {
                    if (value instanceof UUID id && COLLEAGUE.matcher(column).matches()) {
                        colleagues.put(id, new Colleague("", ""));
                    }
                }));
        name(colleagues);
        Pattern others = others(all, ids);
        return parts.stream()
                .map(part -> new Part(
                        part.table(),
                        part.onPaper(),
                        part.rows().stream()
                                .map(row -> finish(row, colleagues, others))
                                .toList()))
                .toList();
    }

    private Part read(Holding holding, Collection<UUID> ids) {
        Map<String, String> named = new LinkedHashMap<>(PLACES);
        named.putAll(holding.named());
        // a name goes beside the row; which of them the table has a column for, its first row tells
        List<String> columns = columns(holding.table());
        StringBuilder select = new StringBuilder("select ");
        select.append(columns.stream()
                .filter(column -> !holding.without().contains(column) && !WORKINGS.contains(column))
                .map(column -> named.containsKey(column) ? "(" + named.get(column) + ") as " + column : "t." + column)
                .collect(Collectors.joining(", ")));
        select.append(" from ").append(holding.table()).append(" t where ").append(holding.where());
        select.append(" order by ").append(holding.order());
        List<Map<String, Object>> rows = jdbc.sql(select.toString())
                .param("ids", ids)
                .param("texts", ids.stream().map(UUID::toString).toList())
                .query((row, n) -> row(row))
                .list();
        return new Part(holding.table(), holding.shown() == Holding.Shown.PAPER, rows);
    }

    private List<String> columns(String table) {
        return jdbc.sql("""
                        select attname from pg_attribute where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped
                        order by attnum
                        """).param(table).query(String.class).list();
    }

    private Map<String, Object> row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = value(row.getObject(i));
            if (value != null) {
                values.put(columns.getColumnLabel(i), value);
            }
        }
        return values;
    }

    private @Nullable Object value(@Nullable Object raw) throws SQLException {
        if (raw instanceof byte[] sealed) {
            return readable(String.valueOf(vault.open(sealed)));
        }
        if (raw instanceof Timestamp moment) {
            return moment.toInstant();
        }
        if (raw instanceof Date day) {
            return day.toLocalDate();
        }
        if (raw instanceof Time time) {
            return time.toLocalTime();
        }
        if (raw instanceof Array array) {
            List<String> list = Arrays.stream((Object[]) array.getArray())
                    .map(String::valueOf)
                    .toList();
            return list.isEmpty() ? null : list;
        }
        return raw == null || raw instanceof Number || raw instanceof Boolean || raw instanceof UUID
                ? raw
                : raw.toString();
    }

    /** The history keeps its fields apart by signs that no font has. */
    private static String readable(String text) {
        return text.replace("\u001f", " → ").replace("\u001e", "\n");
    }

    private void name(Map<UUID, Colleague> colleagues) {
        if (colleagues.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        select a.id, a.name, (select string_agg(r.role, ',' order by r.role) from account_role r where r.account_id = a.id)
                        from account a where a.id in (:ids)
                        """).param("ids", colleagues.keySet()).query(row -> {
            String roles = row.getString(3) == null
                    ? ""
                    : Arrays.stream(row.getString(3).split(","))
                            .map(role -> texts.of(Role.valueOf(role)))
                            .collect(Collectors.joining(", "));
            colleagues.put(row.getObject(1, UUID.class), new Colleague(row.getString(2), roles));
        });
    }

    /** Finds the full names of those who met the person here; null where there is nobody. */
    private @Nullable Pattern others(List<PersonalData> all, Collection<UUID> ids) {
        List<String> names = new ArrayList<>();
        for (PersonalData room : all) {
            for (String query : room.others()) {
                jdbc.sql("select p.name, p.original_name from glance p where p.participant_id in (" + query + ")")
                        .param("ids", ids)
                        .query(row -> {
                            names.add(row.getString(1));
                            if (row.getString(2) != null) {
                                names.add(row.getString(2));
                            }
                        });
            }
        }
        return names.isEmpty()
                ? null
                : Pattern.compile(
                        "(?<![\\p{L}\\p{M}])("
                                + names.stream().map(Pattern::quote).collect(Collectors.joining("|"))
                                + ")(?![\\p{L}\\p{M}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private Map<String, Object> finish(
            Map<String, Object> row, Map<UUID, Colleague> colleagues, @Nullable Pattern others) {
        Map<String, Object> finished = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (value instanceof UUID id && COLLEAGUE.matcher(column).matches()) {
                Colleague colleague = colleagues.get(id);
                // the service is nobody; so is an account that is gone
                finished.put(
                        column,
                        colleague == null || colleague.name().isEmpty()
                                ? new Colleague(texts.of("subject.by-itself"), "")
                                : colleague);
            } else if (value instanceof String text && others != null) {
                finished.put(column, others.matcher(text).replaceAll("[" + texts.of("subject.other") + "]"));
            } else {
                finished.put(column, value);
            }
        });
        return finished;
    }
}
