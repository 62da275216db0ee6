package nl.meedoen.participants.subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The file for another program (AVG 20): tables and columns under their own names, days and moments as ISO 8601 has them. */
@Component
class SubjectJson {

    private final JsonMapper json;

    SubjectJson(JsonMapper json) {
        this.json = json;
    }

    String of(SubjectFile file) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", "meedoen-subject-access-1");
        all.put("number", file.number());
        all.put("name", file.name());
        all.put("made_at", file.madeAt().toString());
        Map<String, Object> tables = new LinkedHashMap<>();
        file.parts().forEach(part -> tables.put(part.table(), rows(part.rows())));
        all.put("data", tables);
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    private static List<Map<String, Object>> rows(List<Map<String, Object>> rows) {
        List<Map<String, Object>> plain = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            Map<String, Object> values = new LinkedHashMap<>();
            row.forEach((column, value) -> values.put(column, plain(value)));
            plain.add(values);
        }
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof Number || value instanceof Boolean || value instanceof List) {
            return value;
        }
        return value instanceof SubjectFile.Colleague who
                ? Map.of("name", who.name(), "role", who.role())
                : value.toString();
    }
}
