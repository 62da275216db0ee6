package nl.meedoen.participants.merging.web;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.meedoen.participants.merging.MergeField;
import nl.meedoen.participants.merging.Merges;
import nl.meedoen.participants.merging.Side;
import org.jspecify.annotations.Nullable;

/** What was chosen on the page with two dossiers side by side; what makes no sense counts as not chosen. */
final class MergeForm {

    private final Map<String, String> sent;

    MergeForm(Map<String, String> sent) {
        this.sent = sent;
    }

    @Nullable
    Side side(String name) {
        String value = sent.get(name);
        for (Side side : Side.values()) {
            if (side.name().toLowerCase(Locale.ROOT).equals(value)) return side;
        }
        return null;
    }

    Side stays() {
        return side("stays") == Side.SECOND ? Side.SECOND : Side.FIRST;
    }

    Map<MergeField, Side> fields() {
        Map<MergeField, Side> fields = new EnumMap<>(MergeField.class);
        for (MergeField field : MergeField.values()) {
            Side side = side(field.slug());
            if (side != null && (side != Side.BOTH || field.joinable())) fields.put(field, side);
        }
        return fields;
    }

    Merges.Choice choice() {
        Side enrolment = side("enrolment");
        Side coach = side("coach");
        return new Merges.Choice(
                stays(),
                fields(),
                enrolment == null ? stays() : enrolment,
                coach == null ? stays() : coach,
                version("firstVersion"),
                version("secondVersion"));
    }

    private long version(String name) {
        try {
            return Long.parseLong(sent.getOrDefault(name, "-1"));
        } catch (NumberFormatException notOurs) {
            return -1;
        }
    }

    /** What a next form carries along. */
    Map<String, String> carried() {
        Map<String, String> carried = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (side(name) != null || name.endsWith("Version")) carried.put(name, value);
        });
        return carried;
    }

    /** The same in an address. */
    String query() {
        StringBuilder query = new StringBuilder();
        carried().forEach((name, value) -> {
            if (!name.endsWith("Version"))
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(value);
        });
        return query.toString();
    }
}
