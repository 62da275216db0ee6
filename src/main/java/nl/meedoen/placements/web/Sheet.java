package nl.meedoen.placements.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.view.Pager;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One page of a list, and the addresses of the pages beside it.
 *
 * @param rows at most {@link #SIZE}
 */
record Sheet<T>(List<T> rows, Pager pager) {

    static final int SIZE = 25;

    /** Where a page begins: after a row, before a row, or at the start. The last value of a row is its id. */
    record Turn(@Nullable Cursor cursor, boolean back) {

        static Turn of(@Nullable String after, @Nullable String before, int values) {
            Cursor earlier = checked(Cursor.parse(before, values));
            return earlier != null ? new Turn(earlier, true) : new Turn(checked(Cursor.parse(after, values)), false);
        }

        private static @Nullable Cursor checked(@Nullable Cursor cursor) {
            if (cursor == null) {
                return null;
            }
            try {
                UUID.fromString(cursor.values().get(cursor.values().size() - 1));
                return cursor;
            } catch (IllegalArgumentException notOurs) {
                return null;
            }
        }

        /** The condition for a list that goes up; :cursor0 and on are filled by {@link #params}. */
        public String condition(String columns, String... types) {
            if (cursor == null) {
                return "";
            }
            List<String> values = new ArrayList<>();
            for (int i = 0; i < types.length; i++) {
                values.add("cast(:cursor" + i + " as " + types[i] + ")");
            }
            return " and (" + columns + ") " + (back ? "<" : ">") + " (" + String.join(", ", values) + ")";
        }

        public String direction() {
            return back ? "desc" : "asc";
        }

        public Map<String, Object> params() {
            Map<String, Object> params = new LinkedHashMap<>();
            if (cursor != null) {
                for (int i = 0; i < cursor.values().size(); i++) {
                    params.put("cursor" + i, cursor.values().get(i));
                }
            }
            return params;
        }
    }

    /** Cuts a page out of what a query found, which is one row more than a page where there are more. */
    static <T> Sheet<T> cut(List<T> found, Turn turn, Function<T, Cursor> cursor, Query query) {
        boolean more = found.size() > SIZE;
        List<T> rows = new ArrayList<>(more ? found.subList(0, SIZE) : found);
        if (turn.back()) {
            Collections.reverse(rows);
        }
        boolean earlier = turn.back() ? more : turn.cursor() != null;
        boolean later = turn.back() || more;
        String previous = earlier && !rows.isEmpty()
                ? query.with("before", cursor.apply(rows.get(0)).toString())
                : null;
        String next = later && !rows.isEmpty()
                ? query.with("after", cursor.apply(rows.get(rows.size() - 1)).toString())
                : null;
        return new Sheet<>(rows, new Pager(previous, next, null));
    }

    /** A list's address with its filters. */
    record Query(String path, Map<String, String> filters) {

        static Query of(String path, @Nullable String... namesAndValues) {
            Map<String, String> filters = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                String name = namesAndValues[i];
                String value = namesAndValues[i + 1];
                if (name != null && value != null && !value.isBlank()) {
                    filters.put(name, value);
                }
            }
            return new Query(path, filters);
        }

        /** The same list with one filter set, or taken away where the value is null; from its first page. */
        public String with(String name, @Nullable String value) {
            Map<String, String> wanted = new LinkedHashMap<>(filters);
            if (value == null) {
                wanted.remove(name);
            } else {
                wanted.put(name, value);
            }
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            wanted.keySet().forEach(key -> address.queryParam(key, "{" + key + "}"));
            return address.encode().buildAndExpand(wanted).toUriString();
        }
    }
}
