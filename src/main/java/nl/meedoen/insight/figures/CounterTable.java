package nl.meedoen.insight.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.meedoen.insight.suppression.Mark;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps the counters; writes only what became different, since most of a minute's figures are those of the last. */
@Component
class CounterTable {

    private static final int BATCH = 1_000;

    private final JdbcTemplate jdbc;

    CounterTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void areas(List<Area> areas) {
        Map<String, StoredArea> gone = new HashMap<>();
        jdbc.query(
                "select code, kind, name, parent, municipalities, target, position from figure_area",
                (ResultSet row) -> {
                    StoredArea area = stored(row);
                    gone.put(area.area().code(), area);
                });
        List<Object[]> changed = new ArrayList<>();
        for (int at = 0; at < areas.size(); at++) {
            Area area = areas.get(at);
            if (!new StoredArea(area, at).equals(gone.remove(area.code()))) {
                changed.add(new Object[] {
                    area.code(),
                    area.kind().name(),
                    area.name(),
                    area.parent(),
                    area.municipalities().toArray(String[]::new),
                    area.target(),
                    at
                });
            }
        }
        remove(
                "delete from figure_area where code = ?",
                gone.keySet().stream().map(code -> new Object[] {code}).toList());
        jdbc.batchUpdate("""
                insert into figure_area (code, kind, name, parent, municipalities, target, position)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update set kind = excluded.kind, name = excluded.name, parent = excluded.parent,
                    municipalities = excluded.municipalities, target = excluded.target, position = excluded.position
                """, changed);
    }

    void figures(List<Published> figures) {
        Map<String, Published> gone = new HashMap<>();
        jdbc.query("select area_code, measure, dimension, mark, n, average from figure_counter", (ResultSet row) -> {
            Published figure = new Published(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    Mark.valueOf(row.getString(4)),
                    row.getObject(5, Long.class),
                    row.getBigDecimal(6));
            gone.put(figure.key(), figure);
        });
        List<Object[]> changed = new ArrayList<>();
        for (Published figure : figures) {
            if (!figure.equals(gone.remove(figure.key()))) {
                changed.add(new Object[] {
                    figure.area(),
                    figure.measure(),
                    figure.dimension(),
                    figure.mark().name(),
                    figure.n(),
                    figure.average()
                });
            }
        }
        remove(
                "delete from figure_counter where area_code = ? and measure = ? and dimension = ?",
                gone.values().stream()
                        .map(figure -> new Object[] {figure.area(), figure.measure(), figure.dimension()})
                        .toList());
        for (int from = 0; from < changed.size(); from += BATCH) {
            jdbc.batchUpdate("""
                    insert into figure_counter (area_code, measure, dimension, mark, n, average) values (?, ?, ?, ?, ?, ?)
                    on conflict (area_code, measure, dimension)
                    do update set mark = excluded.mark, n = excluded.n, average = excluded.average
                    """, changed.subList(from, Math.min(changed.size(), from + BATCH)));
        }
    }

    private void remove(String sql, List<Object[]> keys) {
        if (!keys.isEmpty()) {
            jdbc.batchUpdate(sql, keys);
        }
    }

    private record StoredArea(Area area, int position) {}

    private static StoredArea stored(ResultSet row) throws SQLException {
        Area area = new Area(
                Objects.requireNonNull(row.getString(1)),
                AreaKind.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                List.of((String[]) row.getArray(5).getArray()),
                target(row));
        return new StoredArea(area, row.getInt(7));
    }

    private static @Nullable Integer target(ResultSet row) throws SQLException {
        BigDecimal target = row.getBigDecimal(6);
        return target == null ? null : target.intValue();
    }
}
