package nl.meedoen.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The country's municipalities, read once: only a migration changes them. */
@Component
class Municipalities {

    private final JdbcClient jdbc;
    private volatile @Nullable Map<String, Municipality> byCode;

    Municipalities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Municipality> all() {
        return List.copyOf(read().values());
    }

    Optional<Municipality> find(String code) {
        return Optional.ofNullable(read().get(code));
    }

    private Map<String, Municipality> read() {
        Map<String, Municipality> known = byCode;
        if (known == null) {
            Map<String, Municipality> found = new LinkedHashMap<>();
            jdbc.sql("select code, name, province from municipality order by name collate dutch")
                    .query((row, n) -> new Municipality(row.getString(1), row.getString(2), row.getString(3)))
                    .list()
                    .forEach(municipality -> found.put(municipality.code(), municipality));
            known = found;
            byCode = found;
        }
        return known;
    }
}
